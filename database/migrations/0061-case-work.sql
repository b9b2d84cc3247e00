-- What is done about a concern, one row a thing: somebody who is in it, an action, a talk, a post to be taken down,
-- a referral. What is said of it is locked; how it stands, who has it and when it falls due is not, so that it can be
-- listed and reminded of. Every change also writes a line of the chronology, which nobody changes.
create table concern_step (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  sort text not null check (sort in ('claim', 'person', 'support', 'talk', 'amends', 'post', 'provider', 'referral', 'told', 'action', 'check', 'note', 'pass', 'notification', 'high-risk')),
  state text not null check (state in ('open', 'done', 'mistaken')),
  -- who is to do it, where it is somebody of the school who reads the concern
  owner_id uuid,
  due_day date,
  -- JSON, locked
  locked bytea not null,
  by_id uuid,
  made_at timestamptz not null,
  done_at timestamptz,
  -- the day of the last reminder
  reminded_on date
);
create index concern_step_of on concern_step (concern_id, made_at);
create index concern_step_due on concern_step (school_id, due_day) where state = 'open' and due_day is not null;
create index concern_step_owner on concern_step (school_id, owner_id) where state = 'open' and owner_id is not null;
call protect_by_school('concern_step');

-- Two concerns that belong together, and why.
create table concern_link (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  other_id uuid not null references concern (id),
  locked bytea not null,
  by_id uuid,
  made_at timestamptz not null,
  unique (concern_id, other_id),
  check (concern_id < other_id)
);
create index concern_link_other on concern_link (other_id);
call protect_by_school('concern_link');
