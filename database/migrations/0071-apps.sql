-- The register of authorised applications: what each is for, whom it is open to, which data may go in, until when.
create table app (
  school_id uuid not null references school (id),
  id uuid primary key,
  name text not null,
  -- what people call it besides
  other_names text[] not null default '{}',
  address text not null default '',
  purpose text not null default '',
  -- kinds of people it is open to; of the pupils those of these year groups, all of them where none is named
  kinds text[] not null default '{}',
  years text[] not null default '{}',
  -- categories of the vocabulary's fact data-kind that may go in
  data text[] not null default '{}',
  conditions text not null default '',
  note text not null default '',
  -- the vocabulary's own name for it, where the rules name it
  rule_name text,
  clauses text[] not null default '{}',
  state text not null check (state in ('listed', 'proposed', 'withdrawn')),
  decided_by uuid,
  decided_as text not null default '',
  decided_on date not null,
  -- from the day after it, nobody may rest on it until somebody has looked again
  review_on date,
  withdrawn_on date,
  check (state <> 'listed' or review_on is not null),
  check ((state = 'withdrawn') = (withdrawn_on is not null))
);
create unique index app_once on app (school_id, lower(name));
call protect_by_school('app');

-- People who may use it beside the kinds: by a keeper's word or by a permission, until a day.
create table app_user (
  school_id uuid not null references school (id),
  id uuid primary key,
  app_id uuid not null references app (id),
  person_id uuid not null,
  from_day date not null,
  until_day date,
  permission_id uuid,
  added_by uuid,
  ended_on date
);
create index app_user_of on app_user (school_id, person_id);
create index app_user_in on app_user (app_id);
call protect_by_school('app_user');

-- What befell it, and what a change changed: kept for as long as the register.
create table app_turn (
  school_id uuid not null references school (id),
  id uuid primary key,
  app_id uuid not null references app (id),
  turn text not null check (turn in ('proposed', 'listed', 'changed', 'reviewed', 'withdrawn', 'restored', 'user-added', 'user-ended', 'reminded')),
  -- field → what it was and what it is
  changes jsonb not null default '{}',
  reason text not null default '',
  by_id uuid,
  at timestamptz not null
);
create index app_turn_of on app_turn (app_id, at desc);
call protect_by_school('app_turn');

-- Who keeps the register and when its keeper is reminded, from a day on; a later line counts instead.
create table app_setting (
  school_id uuid not null references school (id),
  id uuid primary key,
  from_day date not null,
  office text not null,
  remind_days integer not null check (remind_days between 0 and 90),
  set_by uuid,
  set_at timestamptz not null
);
call protect_by_school('app_setting');
