-- What the school's record says of a family: who the adults of a child are, who may agree, and what a court has said.
alter table guardian
  add column standing text not null default 'parent' check (standing in ('parent', 'carer', 'foster-carer', 'social-worker', 'local-authority')),
  -- whom a social worker speaks for
  add column organisation text not null default '',
  -- who is rung first
  add column contact_order integer not null default 100,
  add column court_order boolean not null default false,
  -- for a looked-after child only those named so may agree
  add column named boolean not null default false,
  -- the days between which may_agree = false and no_contact hold; always where both are empty
  add column limits_from date,
  add column limits_until date,
  -- where the limits come from: for the office and the DSL alone
  add column source text not null default '',
  add column review_on date;

-- What holds for a child's whole family; no row: any one adult may agree, and nothing more is known.
create table family_record (
  school_id uuid not null references school (id),
  child_id uuid primary key references person (id),
  agree text not null check (agree in ('one', 'both')),
  looked_after boolean not null,
  separate_homes boolean not null,
  note text not null default '',
  review_on date
);

-- Every change of a family's record with what it was before and after, so that it can be taken back.
create table family_change (
  school_id uuid not null references school (id),
  id uuid primary key,
  child_id uuid not null references person (id),
  what text not null,
  before jsonb,
  after jsonb,
  by_id text not null,
  at timestamptz not null,
  undone boolean not null default false
);
create index family_change_child on family_change (school_id, child_id, at desc);

-- A parent says that a name, a class or something else about a child is wrong: a task for the office.
create table family_query (
  school_id uuid not null references school (id),
  id uuid primary key,
  child_id uuid not null references person (id),
  by_id uuid not null references person (id),
  says text not null,
  at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  once uuid not null,
  unique (school_id, once)
);
create index family_query_open on family_query (school_id, at) where done_at is null;

call protect_by_school('family_record');
call protect_by_school('family_change');
call protect_by_school('family_query');
