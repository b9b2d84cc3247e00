-- A slip of paper that asks one person to sign one policy. The code says nothing; who it is for stands here alone.
create table paper_slip (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- eight letters drawn by lot and a check character
  code text not null check (code ~ '^[0-9A-Z]{9}$'),
  person_id uuid not null,
  policy text not null,
  edition_id uuid not null,
  edition integer not null,
  -- the clauses asked about; empty for the whole document
  clauses text[] not null,
  -- what stands on it, without names, and where the boxes are
  content jsonb not null,
  boxes jsonb not null,
  due date not null,
  return_to text not null,
  printed_by uuid not null,
  printed_at timestamptz not null,
  -- when it came back to the office
  returned_on date,
  returned_by uuid,
  unique (school_id, code)
);
create index paper_slip_person on paper_slip (school_id, person_id, policy);
call protect_by_school('paper_slip');

-- Slips that were printed together, so that the same sheets can be printed again.
create table paper_print (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  -- the class and kind that were chosen; empty for everybody
  class text not null default '',
  kind text not null default '',
  slips uuid[] not null,
  made_by uuid not null,
  made_at timestamptz not null
);
create index paper_print_made on paper_print (school_id, made_at desc);
call protect_by_school('paper_print');
