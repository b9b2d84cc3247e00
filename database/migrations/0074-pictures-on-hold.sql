-- Where pictures of the school's may be, and within how many days they are to be down, from a day on.
create table picture_setting (
  school_id uuid not null references school (id),
  id uuid primary key,
  since date not null,
  places jsonb not null,
  days integer check (days between 0 and 365),
  set_by uuid,
  set_at timestamptz not null
);
create index picture_setting_since on picture_setting (school_id, since desc, set_at desc);
call protect_by_school('picture_setting');

-- Every picture of a child is held back, for a worry that is told elsewhere. Nothing of it stands here.
create table picture_hold (
  school_id uuid not null references school (id),
  id uuid primary key,
  child_id uuid not null,
  -- who takes pictures down, and who alone lifts the hold
  office text not null,
  lifter text not null,
  clause text not null,
  take_down boolean not null,
  opened_at timestamptz not null,
  again_at timestamptz,
  due_on date,
  reminded_on date,
  -- those who may not know of it, as keys that name nobody without the key of the school
  kept_from text[] not null,
  outcome text check (outcome in ('again', 'never')),
  decided_at timestamptz,
  decided_by uuid,
  -- why it was lifted; locked
  locked_reason bytea,
  check ((outcome is null) = (decided_at is null))
);
create index picture_hold_of on picture_hold (school_id, child_id);
call protect_by_school('picture_hold');

-- Each place where pictures may be, and what was done there.
create table picture_hold_place (
  school_id uuid not null references school (id),
  hold_id uuid not null references picture_hold (id),
  place text not null,
  state text not null default 'open' check (state in ('open', 'down', 'never-there', 'asked')),
  whom text not null default '',
  asked_on date,
  said_by uuid,
  said_at timestamptz,
  primary key (hold_id, place),
  check (state <> 'asked' or (whom <> '' and asked_on is not null))
);
call protect_by_school('picture_hold_place');
