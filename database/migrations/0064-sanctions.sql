-- What follows for somebody, decided in the case of a concern. Why, and what was said, is locked; whom it is for, what it
-- is and when it begins and ends is not, so that it can begin and end by itself. It is shown to those alone who may see it.
create table sanction (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  person_id uuid,
  kind text not null check (kind in ('warning', 'behaviour', 'confiscation', 'looked-into', 'switch-off', 'withdrawal', 'disciplinary', 'legal')),
  -- internet, network, email, learning-platform, all; null where nothing is switched off
  facility text,
  clause text not null,
  -- one office from each inner list decides
  offices jsonb not null,
  state text not null check (state in ('proposed', 'refused', 'decided', 'told', 'in-force', 'ended', 'lifted')),
  permanent boolean not null default false,
  starts_on date,
  -- null where it has no end, or is over at once
  ends_on date check (ends_on >= starts_on),
  review_on date,
  told_on date,
  -- until when, and to which office, somebody may appeal
  appeal_by date,
  appeal_to text,
  -- JSON, locked: the reason as it is told, the reasons of the case, why the level fits, whether on purpose
  locked bytea not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  check (not permanent or (ends_on is null and review_on is not null))
);
create index sanction_of_concern on sanction (concern_id, proposed_at);
create index sanction_of_person on sanction (school_id, person_id, proposed_at desc);
create index sanction_to_run on sanction (school_id, state, starts_on) where state in ('decided', 'told', 'in-force');
call protect_by_school('sanction');

-- What befell it: who agreed or refused and in which office, told, appealed, switched off and on. Added to, never changed.
create table sanction_turn (
  school_id uuid not null references school (id),
  id uuid primary key,
  sanction_id uuid not null references sanction (id),
  turn text not null check (turn in ('agreed', 'refused', 'told', 'began', 'ended', 'lifted', 'appealed', 'appeal-kept', 'appeal-lifted', 'reviewed', 'off', 'on')),
  office text not null default '',
  by_id uuid,
  -- JSON, locked; null where nothing was said
  locked bytea,
  at timestamptz not null
);
create index sanction_turn_of on sanction_turn (sanction_id, at);
call protect_by_school('sanction_turn');
