-- A school trip: when, where, who leads it. Its lists of people go on the day set for that.
create table trip (
  school_id uuid not null references school (id),
  id uuid primary key,
  title text not null,
  place text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  leader_id uuid,
  erase_on date not null check (erase_on > until_day),
  erased_at timestamptz,
  cancelled_on date,
  made_by uuid,
  made_at timestamptz not null
);
create index trip_by_day on trip (school_id, from_day desc);
call protect_by_school('trip');

-- Who goes along.
create table trip_person (
  school_id uuid not null references school (id),
  trip_id uuid not null references trip (id),
  person_id uuid not null,
  part text not null check (part in ('pupil', 'adult')),
  primary key (trip_id, person_id)
);
create index trip_person_of on trip_person (school_id, person_id);
call protect_by_school('trip_person');

-- Who would carry a phone or a camera, and what the rules said when it was asked.
create table trip_carrier (
  school_id uuid not null references school (id),
  id uuid primary key,
  trip_id uuid not null references trip (id),
  person_id uuid not null,
  device text not null check (device in ('phone', 'camera')),
  owner text not null check (owner in ('school', 'personal')),
  purpose text not null,
  facts jsonb not null,
  -- whether a rule lets them carry it without anybody's yes
  by_rule boolean not null,
  -- who decides: one office from each inner list
  offices jsonb not null,
  clauses text[] not null,
  asked_by uuid,
  asked_at timestamptz not null,
  pictures_gone_by date,
  pictures_gone_on date,
  unique (trip_id, person_id, device)
);
create index trip_carrier_of on trip_carrier (school_id, person_id);
call protect_by_school('trip_carrier');

-- Yes or no of one office about one carrier; the newest of an office counts.
create table trip_decision (
  school_id uuid not null references school (id),
  id uuid primary key,
  carrier_id uuid not null references trip_carrier (id),
  office text not null,
  says text not null check (says in ('yes', 'no')),
  words text not null default '',
  by_id uuid,
  at timestamptz not null
);
create index trip_decision_of on trip_decision (carrier_id, at desc);
call protect_by_school('trip_decision');
