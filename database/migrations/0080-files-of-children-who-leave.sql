-- The safeguarding file of a child who leaves: when it was packed, and that the next school has it or that none is owed.
-- The child stands here as a keyed hash. The days run from the day the child leaves, as the school has its terms.
create table child_file (
  school_id uuid not null references school (id),
  id uuid primary key,
  child_key text not null,
  -- packed: on its way; received: the receipt came back; not-needed: nothing is owed, with the reason
  state text not null check (state in ('packed', 'received', 'not-needed')),
  -- the day on which it was packed, received or found not to be owed
  day date not null,
  -- JSON, locked: to whom it went, who signed the receipt, or why nothing is owed
  locked bytea not null,
  said_by uuid,
  said_at timestamptz not null
);
create index child_file_of on child_file (school_id, child_key, said_at desc);
call protect_by_school('child_file');

-- A file that came with something against the law: two hold it together and hand it to the police. What is said is locked.
create table concern_file_release (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  file_id uuid not null references concern_file (id),
  asked_by uuid,
  asked_office text not null,
  asked_at timestamptz not null,
  -- JSON, locked: the reason, and the reference of the police
  locked bytea not null,
  agreed_by uuid,
  agreed_office text,
  agreed_at timestamptz,
  -- until then the two may take it out, and nobody else
  until timestamptz,
  check (agreed_by is null or asked_by is null or agreed_by <> asked_by),
  check (agreed_office is null or agreed_office <> asked_office)
);
create index concern_file_release_of on concern_file_release (concern_id, file_id);
call protect_by_school('concern_file_release');
