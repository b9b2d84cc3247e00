-- A parent signs beside several children in one pass: each document is read and answered, all of them are looked at once more,
-- and one name signs them. Each has an agreement of its own; what is kept here is how far the parent is.
create table family_sitting (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index family_sitting_person on family_sitting (school_id, person_id, started_at desc);
call protect_by_school('family_sitting');

create table family_sitting_document (
  school_id uuid not null references school (id),
  sitting_id uuid not null references family_sitting (id),
  place integer not null,
  child_id uuid not null,
  policy text not null,
  -- what was read and answered, until it is signed: the edition, the mark of exactly those words, their language,
  -- the statements that were ticked and the answers to the questions beside them
  edition_id uuid,
  text_hash text,
  language text,
  said integer[],
  answers text[],
  opened_at timestamptz,
  ready_at timestamptz,
  agreement_id uuid references agreement (id),
  primary key (sitting_id, child_id, policy)
);
create index family_sitting_document_child on family_sitting_document (school_id, child_id);
call protect_by_school('family_sitting_document');

-- The language a guest chose at the door, for this visit alone.
alter table visit add column language text;

-- A policy in force is withdrawn from a day on: its editions stay, and so does what was signed. Until the day is over it can be taken back.
create table policy_withdrawal (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  -- editions up to this one; a later one that is approved brings the policy back
  last_edition integer not null,
  from_day date not null,
  reason text not null check (length(reason) between 1 and 2000),
  told text not null check (told in ('nobody', 'signers', 'everybody')),
  -- how many were written to
  told_people integer not null default 0,
  by_id uuid not null,
  by_as text not null,
  at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz
);
create index policy_withdrawal_policy on policy_withdrawal (school_id, policy, at desc);
call protect_by_school('policy_withdrawal');
