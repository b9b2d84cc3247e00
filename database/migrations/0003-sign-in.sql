-- Signing in to Countersign. It knows a person by id alone.
create table sign_in_name (
  school_id uuid not null references school (id),
  name text not null check (name = lower(name) and length(name) between 2 and 200),
  person_id uuid not null,
  primary key (school_id, name)
);
create index sign_in_name_person on sign_in_name (school_id, person_id);

create table sign_in_password (
  school_id uuid not null references school (id),
  person_id uuid primary key,
  hash text not null,
  set_at timestamptz not null
);

create table sign_in_passkey (
  school_id uuid not null references school (id),
  credential_id text primary key,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index sign_in_passkey_person on sign_in_passkey (school_id, person_id);

-- A link that sets a password, once.
create table sign_in_link (
  school_id uuid not null references school (id),
  token_hash text primary key,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A challenge a passkey must answer, once.
create table sign_in_challenge (
  school_id uuid not null references school (id),
  id uuid primary key,
  challenge text not null,
  person_id uuid,
  expires_at timestamptz not null
);

create table sign_in_session (
  school_id uuid not null references school (id),
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null,
  persona boolean not null default false,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default ''
);
create index sign_in_session_person on sign_in_session (school_id, person_id);

-- Wrong passwords, kept for minutes, to slow down guessing.
create table sign_in_failure (
  school_id uuid not null references school (id),
  name text not null,
  at timestamptz not null
);
create index sign_in_failure_name on sign_in_failure (school_id, name, at);

call protect_by_school('sign_in_name');
call protect_by_school('sign_in_password');
call protect_by_school('sign_in_passkey');
call protect_by_school('sign_in_link');
call protect_by_school('sign_in_challenge');
call protect_by_school('sign_in_session');
call protect_by_school('sign_in_failure');
