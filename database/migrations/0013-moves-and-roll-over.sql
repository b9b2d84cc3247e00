-- The year groups of a school in order, with the phase each belongs to and what its pupils are in the words of the rules.
-- A school that has said nothing keeps none: its pupils show how it does it.
create table school_year_group (
  school_id uuid not null references school (id),
  name text not null,
  place integer not null,
  phase text not null default '',
  kind text not null,
  primary key (school_id, name)
);

-- What changed about somebody, from which day: what they were and are for reading, all rows before and after for taking it back.
create table person_move (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null references person (id),
  from_day date not null,
  was jsonb not null,
  becomes jsonb not null,
  rows_before jsonb not null,
  rows_after jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  taken_back_by text,
  taken_back_at timestamptz
);
create index person_move_person on person_move (school_id, person_id, made_at desc);

-- The classes of a school move up together. At most one is open; it is done on its day, all of it or nothing.
create table roll_over (
  school_id uuid not null references school (id),
  id uuid primary key,
  on_day date not null,
  state text not null check (state in ('draft', 'confirmed', 'done', 'dropped')),
  -- parents who are nothing else at the school leave with their last child
  parents_too boolean not null default true,
  made_by text not null,
  made_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  done_at timestamptz,
  counts jsonb not null default '{}'
);
create unique index roll_over_open on roll_over (school_id) where state in ('draft', 'confirmed');

-- Where each class goes. An empty class_to has still to be said.
create table roll_over_class (
  school_id uuid not null references school (id),
  roll_over_id uuid not null references roll_over (id),
  year_from text not null,
  class_from text not null,
  goes text not null check (goes in ('up', 'stays', 'leaves')),
  year_to text not null default '',
  class_to text not null default '',
  primary key (roll_over_id, year_from, class_from)
);

-- Pupils who do not go where their class goes: held back, a year ahead, leaving.
create table roll_over_pupil (
  school_id uuid not null references school (id),
  roll_over_id uuid not null references roll_over (id),
  person_id uuid not null references person (id),
  goes text not null check (goes in ('stays', 'moves', 'leaves')),
  year_to text not null default '',
  class_to text not null default '',
  primary key (roll_over_id, person_id)
);

call protect_by_school('school_year_group');
call protect_by_school('person_move');
call protect_by_school('roll_over');
call protect_by_school('roll_over_class');
call protect_by_school('roll_over_pupil');
