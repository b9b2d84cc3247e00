-- What the school gives people to sign in to, as it stands from a day on. Where the school has said nothing, its rules say.
create table account_list (
  school_id uuid not null references school (id),
  id uuid primary key,
  since date not null,
  -- [{key, name, kinds}]: a facility of the vocabulary or one of the school's own, and for whom it is (empty: everybody)
  facilities jsonb not null,
  said_by uuid,
  said_at timestamptz not null
);
create index account_list_since on account_list (school_id, since desc, said_at desc);
call protect_by_school('account_list');

-- Why an account of somebody is not open. Several may hold it at once; each begins and ends by itself.
create table account_hold (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  -- a facility of the list, countersign (this software), or all
  facility text not null,
  how text not null check (how in ('inside-only', 'securing', 'suspended', 'revoked')),
  cause text not null check (cause in ('case', 'alarm', 'lost-device', 'decision', 'parent')),
  -- what it follows from, where that announces its end
  source uuid,
  -- offices that decided it; empty for what IT and the holder alone see
  deciders text[] not null default '{}',
  clause text,
  -- as it is told to the holder; empty where it is told elsewhere
  reason text not null default '',
  begun_on date not null,
  begun_at timestamptz not null,
  begun_by uuid,
  -- its last day; null where it has none
  until_on date check (until_on >= begun_on),
  ended_on date,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text check (ended_how in ('over', 'given-back', 'taken-back', 'secured')),
  ended_reason text not null default '',
  check ((ended_at is null) = (ended_how is null))
);
create index account_hold_of on account_hold (school_id, person_id, begun_at desc);
create index account_hold_live on account_hold (school_id, begun_at desc) where ended_at is null;
create unique index account_hold_of_source on account_hold (school_id, source) where source is not null;
call protect_by_school('account_hold');

-- Somebody asks to have an account back that was taken away.
create table account_ask (
  school_id uuid not null references school (id),
  id uuid primary key,
  hold_id uuid not null references account_hold (id),
  words text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  says text check (says in ('given', 'kept')),
  answer text not null default '',
  check ((answered_at is null) = (says is null))
);
create unique index account_ask_open on account_ask (hold_id) where answered_at is null;
call protect_by_school('account_ask');
