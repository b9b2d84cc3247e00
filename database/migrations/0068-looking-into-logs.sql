-- A look into logs, asked for in the case of a concern: whose activity, in which system, on which days and what for. One
-- asks, another agrees, and one person reads. Whose it is, why and what was found is locked; how it stands is not.
create table log_look (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  system text not null check (system in ('countersign', 'web-filter', 'mail', 'network', 'cctv', 'learning-platform')),
  purpose text not null check (purpose in ('find-out-who', 'disciplinary', 'safety')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  state text not null check (state in ('asked', 'refused', 'withdrawn', 'agreed', 'done')),
  -- keyed hash of whose activity it is; null where nobody knows
  person_key text,
  -- the clause under which it is asked; null where the rules say nothing
  clause text,
  -- any one of these agrees
  offices text[] not null,
  -- JSON: the person's id, and why
  locked bytea not null,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_office text,
  decided_at timestamptz,
  -- JSON: the reason of whoever decided
  decided_locked bytea,
  reader_id uuid,
  -- the last day on which it may be read
  open_until date,
  done_at timestamptz,
  -- JSON: why whoever was looked at is not told
  quiet_locked bytea,
  -- from the day on which they are told, by id: it stands on their own page
  told_person uuid,
  told_on date
);
create index log_look_of on log_look (concern_id, asked_at);
create index log_look_state on log_look (school_id, state, asked_at desc);
create index log_look_person on log_look (school_id, person_key) where person_key is not null;
create index log_look_told on log_look (school_id, told_person) where told_person is not null;
call protect_by_school('log_look');

-- What was found, or that nothing was. What nobody used is forgotten on its day: the words go, the row stays.
create table log_finding (
  school_id uuid not null references school (id),
  id uuid primary key,
  look_id uuid not null references log_look (id),
  found boolean not null,
  -- JSON; null once forgotten
  locked bytea,
  by_id uuid,
  at timestamptz not null,
  expires_on date,
  used_at timestamptz,
  -- the concern that was made of it
  used_concern uuid references concern (id),
  forgotten_on date
);
create index log_finding_of on log_finding (look_id, at);
create index log_finding_due on log_finding (school_id, expires_on) where found and used_at is null and forgotten_on is null;
call protect_by_school('log_finding');

create table log_finding_file (
  school_id uuid not null references school (id),
  id uuid primary key,
  finding_id uuid not null references log_finding (id),
  -- JSON {name, type}, locked; and the bytes, locked
  locked_name bytea not null,
  locked bytea not null,
  size integer not null
);
create index log_finding_file_of on log_finding_file (finding_id);
call protect_by_school('log_finding_file');
