-- What somebody has to do so that an account stands as it should: one step at most for a person and a facility is open.
-- Whoever looks after the system carries it out and says so here.
create table account_step (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  facility text not null,
  -- how the account is to stand
  wanted text not null check (wanted in ('open', 'inside-only', 'suspended', 'revoked')),
  -- it follows from something that is told to few
  quiet boolean not null default false,
  -- who carries it out
  office text not null,
  opened_at timestamptz not null,
  opened_on date not null,
  ended text check (ended in ('done', 'cannot', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid,
  done_on date,
  words text not null default '',
  check ((ended is null) = (ended_at is null))
);
create unique index account_step_open on account_step (school_id, person_id, facility) where ended is null;
create index account_step_of on account_step (school_id, person_id, opened_at desc);
create index account_step_to_do on account_step (school_id, opened_at) where ended is null;
call protect_by_school('account_step');
