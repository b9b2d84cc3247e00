-- The stages through which a complaint goes, as the school has them from a day on.
create table complaint_procedure (
  school_id uuid not null references school (id),
  id uuid primary key,
  since date not null,
  -- [{title, office, answerWithin, answerIn}], the first stage first
  stages jsonb not null,
  acknowledge_within integer not null,
  acknowledge_in text not null check (acknowledge_in in ('school-days', 'days')),
  said_by uuid,
  said_at timestamptz not null
);
create index complaint_procedure_since on complaint_procedure (school_id, since desc);
call protect_by_school('complaint_procedure');

-- A complaint of a parent. What it says lies locked in its concern.
create table complaint (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null unique references concern (id),
  sort text not null check (sort in ('images', 'personal-data', 'other')),
  by_key text not null,
  opened_on date not null,
  acknowledge_by date,
  acknowledged_at timestamptz,
  closed_at timestamptz
);
create index complaint_by on complaint (school_id, by_key, opened_on desc);
call protect_by_school('complaint');

create table complaint_step (
  school_id uuid not null references school (id),
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  number integer not null,
  title text not null,
  office text not null,
  begun_on date not null,
  answer_by date,
  answered_at timestamptz,
  outcome text check (outcome in ('upheld', 'partly-upheld', 'not-upheld', 'settled')),
  -- JSON {words, policy}: the answer, and under which policy; locked
  locked bytea,
  unique (complaint_id, number)
);
call protect_by_school('complaint_step');

-- "Somebody is using my account." Nothing is changed until it is confirmed.
create table account_alarm (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null unique references concern (id),
  state text not null check (state in ('raised', 'confirmed', 'mistaken')),
  raised_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  sessions_ended integer,
  -- the accounts outside this software are in other hands: somebody notes that they have done them
  accounts_done_at timestamptz,
  accounts_done_by uuid
);
create index account_alarm_open on account_alarm (school_id, state, raised_at desc);
call protect_by_school('account_alarm');
