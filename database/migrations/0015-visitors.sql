-- Visitors: the tablet at reception, who is coming, who is on site, who has been; supply staff and their one-time link.
create table visitor_kiosk (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- where it stands: "Main reception"
  place text not null,
  token_hash text not null,
  started_by uuid not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  unique (school_id, token_hash)
);

create table visit (
  school_id uuid not null references school (id),
  id uuid primary key,
  day date not null,
  -- personal words; emptied when the visit is erased
  given_name text not null,
  family_name text not null,
  organisation text not null default '',
  about text not null default '',
  vehicle text not null default '',
  mark text not null default '',
  -- visitor, contractor, volunteer, photographer, supply, governor, …
  kind text not null,
  reason text not null,
  -- the person of the school this is, where they are one
  person_id uuid,
  host_id uuid,
  -- who wrote it down beforehand, and for when
  expected_by uuid,
  expected_time text check (expected_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  kiosk_id uuid references visitor_kiosk (id),
  wants_access boolean not null default false,
  begun_at timestamptz,
  agreed_at timestamptz,
  -- the mark of the rules that were shown; null where the school has none for this kind of guest
  rules_hash text,
  code text,
  arrived_at timestamptz,
  left_at timestamptz,
  left_how text check (left_how in ('self', 'office', 'day-end')),
  cancelled_at timestamptz,
  erased_at timestamptz,
  made_at timestamptz not null
);
create unique index visit_code on visit (school_id, day, code) where code is not null;
create index visit_day on visit (school_id, day);
create index visit_person on visit (school_id, person_id);
create index visit_host on visit (school_id, host_id);

-- A guest who has signed before is known again by name and organisation.
create table visitor_guest (
  school_id uuid not null references school (id),
  person_id uuid primary key,
  name_key text not null,
  organisation_key text not null,
  last_visit date not null
);
create index visitor_guest_key on visitor_guest (school_id, name_key, organisation_key);

-- Supply and agency staff for a day or some days.
create table supply_stint (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  agency text not null default '',
  from_day date not null,
  until_day date not null,
  classes text not null default '',
  host_id uuid,
  made_by uuid,
  made_at timestamptz not null
);
create index supply_stint_days on supply_stint (school_id, from_day, until_day);
create index supply_stint_person on supply_stint (school_id, person_id);

-- A link that opens the rules of today for one supply teacher, to sign once.
create table supply_link (
  school_id uuid not null references school (id),
  id uuid primary key,
  stint_id uuid not null references supply_stint (id),
  token_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  unique (school_id, token_hash)
);

call protect_by_school('visitor_kiosk');
call protect_by_school('visit');
call protect_by_school('visitor_guest');
call protect_by_school('supply_stint');
call protect_by_school('supply_link');
