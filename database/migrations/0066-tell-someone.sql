-- What a school chose for concerns, each from a day on. Nothing is assumed until somebody has chosen it.
create table concern_choice (
  school_id uuid not null references school (id),
  id uuid primary key,
  name text not null check (name in ('reading-hours', 'neutral-retention')),
  value jsonb not null,
  since date not null,
  said_by uuid,
  said_at timestamptz not null
);
create index concern_choice_of on concern_choice (school_id, name, since desc);
call protect_by_school('concern_choice');

-- Somebody young told us: what is kept beside the concern, so that nobody waits unanswered.
create table concern_telling (
  school_id uuid not null references school (id),
  concern_id uuid primary key references concern (id),
  -- the picture is to come down
  take_down boolean not null default false,
  -- a phone that was seen: what looking it up came to
  checked text check (checked in ('permitted', 'lawful', 'not-allowed', 'not-known')),
  checked_at timestamptz,
  -- the first thing that somebody said they did, or answered
  first_answer_at timestamptz
);
call protect_by_school('concern_telling');

-- Codes that belong to nobody: the moment alone. Who typed them is not kept.
create table concern_code_miss (
  school_id uuid not null references school (id),
  id uuid primary key,
  at timestamptz not null
);
create index concern_code_miss_at on concern_code_miss (school_id, at);
call protect_by_school('concern_code_miss');

-- A neutral notification: how it stands. What it says lies locked in its concern.
create table neutral_note (
  school_id uuid not null references school (id),
  concern_id uuid primary key references concern (id),
  subject text not null check (subject in ('self', 'other-adult')),
  -- the keyed hash of the adult it is about; null where the name was only written down
  subject_key text,
  regarded_as text not null default 'neutral' check (regarded_as in ('neutral', 'low-level', 'allegation', 'safeguarding', 'nothing')),
  head_told_at timestamptz,
  speak_on date,
  spoken_at timestamptz,
  noted_on date not null
);
create index neutral_note_about on neutral_note (school_id, subject_key) where subject_key is not null;
call protect_by_school('neutral_note');
