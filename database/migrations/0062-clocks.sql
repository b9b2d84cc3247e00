-- Which time limit of the law begins with which kind of concern, and how long before its end the readers are warned.
-- How long the limit is stands in the vocabulary (cadences.tsv), with its day and its source.
create table concern_clock_rule (
  clock text not null,
  -- the act of the tell rule
  kind text not null,
  warn_before text[] not null,
  since date not null,
  until_day date,
  primary key (clock, kind, since)
);
grant select on concern_clock_rule to countersign_web;
insert into concern_clock_rule (clock, kind, warn_before, since) values
  ('breach', 'report-data-breach', '{48 hours,24 hours,6 hours}', '2018-05-25'),
  ('breach', 'report-account-compromise', '{48 hours,24 hours,6 hours}', '2018-05-25'),
  ('data-complaint', 'complain-image-misuse', '{14 days,7 days,1 day}', '2026-06-19'),
  ('data-complaint', 'complain-data', '{14 days,7 days,1 day}', '2026-06-19');

-- A time limit that runs on one concern. It never pauses, at weekends or otherwise.
create table concern_clock (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  -- the cadence of the vocabulary; 'own' for one the rules or the school set
  clock text not null,
  -- the clauses that say it too
  clauses text[] not null,
  span text not null,
  -- the law it comes from; '' where it is the school's own
  source text not null,
  warn_before text[] not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('running', 'met', 'not-needed')),
  ended_at timestamptz,
  -- JSON, locked: what it is for, how it ended and why
  locked bytea not null,
  -- how many of the warnings went out, and whether its passing was told
  warned integer not null default 0,
  made_at timestamptz not null
);
create index concern_clock_of on concern_clock (concern_id);
create index concern_clock_running on concern_clock (school_id, due_at) where state = 'running';
call protect_by_school('concern_clock');
