-- Web addresses proposed for the block list. No word of what was told stands here, and not who told it.
create table block_site (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- host and path, without what stands behind a question mark
  address text not null,
  why text not null,
  from_day date not null,
  state text not null check (state in ('proposed', 'to-block', 'blocked', 'to-open', 'left')),
  -- those who may decide, by the rule
  offices text[] not null,
  clause text,
  -- those who may not know of it, as keys that name nobody without the key of the school
  kept_from text[] not null,
  proposed_by uuid,
  proposed_at timestamptz not null
);
create index block_site_state on block_site (school_id, state, proposed_at desc);
call protect_by_school('block_site');

-- What was decided and done about an address, one line for each.
create table block_site_turn (
  school_id uuid not null references school (id),
  id uuid primary key,
  site_id uuid not null references block_site (id),
  turn text not null check (turn in ('block', 'leave', 'done')),
  office text not null,
  reason text not null,
  from_day date,
  by_id uuid,
  at timestamptz not null
);
create index block_site_turn_of on block_site_turn (site_id, at);
call protect_by_school('block_site_turn');

-- Where to say what was decided; locked, so that a copy of the database does not tell which concern it was.
create table block_site_told (
  school_id uuid not null references school (id),
  id uuid primary key,
  site_id uuid not null references block_site (id),
  locked bytea not null
);
create index block_site_told_of on block_site_told (site_id);
call protect_by_school('block_site_told');
