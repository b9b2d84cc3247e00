-- What somebody has to carry out: a permission that was granted and is not done yet, or a question or fault told to IT.
create table it_task (
  school_id uuid not null references school (id),
  id uuid primary key,
  sort text not null check (sort in ('carry-out', 'question', 'fault')),
  permission_id uuid references permission (id),
  -- the office that carries it out
  office text not null,
  -- whoever asked, or will hold the permission; null once they are forgotten
  asker_id uuid,
  -- what was asked, in their own words
  words text not null default '',
  opened_at timestamptz not null,
  opened_on date not null,
  claimed_by uuid,
  claimed_at timestamptz,
  ended text check (ended in ('done', 'cannot', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid,
  -- on which device, and on which day it was done
  device text not null default '',
  done_on date,
  reminded smallint not null default 0,
  reminded_on date,
  check ((sort = 'carry-out') = (permission_id is not null)),
  check ((ended is null) = (ended_at is null))
);
create index it_task_open on it_task (school_id, opened_at) where ended is null;
create index it_task_of on it_task (school_id, asker_id, opened_at desc);
create unique index it_task_of_permission on it_task (permission_id) where permission_id is not null and ended is null;
call protect_by_school('it_task');

-- What was said and done about it: added to and never changed.
create table it_task_word (
  school_id uuid not null references school (id),
  id uuid primary key,
  task_id uuid not null references it_task (id),
  says text not null check (says in ('claimed', 'let-go', 'done', 'cannot', 'again')),
  by_id uuid,
  words text not null default '',
  at timestamptz not null
);
create index it_task_word_of on it_task_word (task_id, at);
call protect_by_school('it_task_word');
