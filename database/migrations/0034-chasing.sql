-- A reminder that was given: the number is never above four for one ask, which is one person, one policy and the day
-- since when they are asked. At most one a day, however it reached them.
create table agreement_reminder (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  policy text not null,
  asked_since date not null,
  number integer not null check (number between 1 and 4),
  channel text not null check (channel in ('mail', 'letter')),
  reminded_on date not null,
  -- who pressed, or null for the daily run
  by_id uuid,
  at timestamptz not null,
  unique (school_id, person_id, policy, asked_since, number),
  unique (school_id, person_id, policy, asked_since, reminded_on)
);
call protect_append_only('agreement_reminder');

-- After the last reminder the office speaks to them.
create table agreement_hand_over (
  school_id uuid not null references school (id),
  person_id uuid not null,
  policy text not null,
  asked_since date not null,
  handed_on date not null,
  at timestamptz not null,
  primary key (school_id, person_id, policy, asked_since)
);
call protect_append_only('agreement_hand_over');

-- The days whose run is done, and whether it carried the week's counts.
create table agreement_chase_day (
  school_id uuid not null references school (id),
  day date not null,
  reminders integer not null,
  digest boolean not null,
  at timestamptz not null,
  primary key (school_id, day)
);
call protect_append_only('agreement_chase_day');

-- Who is told how a class stands.
create table agreement_class_teacher (
  school_id uuid not null references school (id),
  class text not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (school_id, class)
);
create index agreement_class_teacher_person on agreement_class_teacher (school_id, person_id);
call protect_by_school('agreement_class_teacher');
