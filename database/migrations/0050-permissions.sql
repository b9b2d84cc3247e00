-- A request made from an ask rule: who asks, for what, in which situation, and whose yes it needs.
create table permission_request (
  school_id uuid not null references school (id),
  id uuid primary key,
  asker_id uuid,
  -- whoever would hold it: the asker, or a child for whom a parent asks
  holder_id uuid,
  act text not null,
  facts jsonb not null,
  -- what the rule demands to be shown: its name -> what was given
  evidence jsonb not null default '{}',
  reason text not null,
  clauses text[] not null,
  -- one office from each inner list
  offices jsonb not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  state text not null check (state in ('asked', 'asked-back', 'granted', 'refused', 'taken-back', 'lapsed')),
  asked_at timestamptz not null,
  -- when one of those who decide first opened it, and when it was handed on because nobody had
  opened_at timestamptz,
  handed_on_at timestamptz,
  answered_at timestamptz
);
create index permission_request_open on permission_request (school_id, asked_at) where state in ('asked', 'asked-back');
create index permission_request_of on permission_request (school_id, asker_id, asked_at desc);
call protect_by_school('permission_request');

-- What was said about a request, by whom, in which office: history, added to and never changed.
create table permission_word (
  school_id uuid not null references school (id),
  id uuid primary key,
  request_id uuid not null references permission_request (id),
  says text not null check (says in ('grant', 'refuse', 'ask-back', 'answer', 'hand-on')),
  -- empty for the asker's own answer and for the round that hands on
  office text not null default '',
  by_id uuid,
  words text not null default '',
  conditions text not null default '',
  at timestamptz not null
);
create index permission_word_of on permission_word (request_id, at);
call protect_by_school('permission_word');

-- A permission that was granted: to one person, or standing for a group.
create table permission (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- null for one that nobody asked for: a standing one, or an opening for a lesson
  request_id uuid references permission_request (id),
  holder_id uuid,
  -- {"kinds": [...], "class": "...", "trip": "..."} where it stands for a group
  holders jsonb,
  act text not null,
  -- the offices that granted it, one of each group of the rule
  offices text[] not null,
  -- the situations it covers
  facts jsonb not null,
  conditions text not null default '',
  reason text not null default '',
  clauses text[] not null,
  granted_by uuid,
  granted_at timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- what must be carried out before it counts (install, set up an account): null where nothing, or done
  waits_for text,
  -- evidence that must stay true, and until when it is known to be
  evidence jsonb not null default '{}',
  evidence_until date,
  check ((holder_id is null) <> (holders is null))
);
create index permission_live on permission (school_id, ends_at);
create index permission_of on permission (school_id, holder_id, ends_at desc);
call protect_by_school('permission');

-- What befell a permission after it was granted: a row each, the newest counts.
create table permission_turn (
  school_id uuid not null references school (id),
  id uuid primary key,
  permission_id uuid not null references permission (id),
  turn text not null check (turn in ('withdrawn', 'suspended', 'restored', 'given-up', 'carried-out', 'reminded', 'expired')),
  by_id uuid,
  reason text not null default '',
  at timestamptz not null
);
create index permission_turn_of on permission_turn (permission_id, at);
call protect_by_school('permission_turn');
