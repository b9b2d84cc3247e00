-- A recording that somebody wants to make: what, why, when, where it is kept and until when.
create table recording (
  school_id uuid not null references school (id),
  id uuid primary key,
  asked_by uuid,
  -- the visitor for whom a member of staff asks; empty where they ask for themselves
  for_visitor text not null default '',
  kind text not null,
  title text not null,
  why text not null,
  place text not null,
  on_day date not null,
  kept_where text not null,
  kept_until date not null check (kept_until >= on_day),
  -- what the rules were told, and the clauses that spoke
  facts jsonb not null,
  clauses text[] not null,
  -- who has to say yes as well: one office from each inner list
  offices jsonb not null,
  called_off_on date,
  gone_on date,
  erased_at timestamptz,
  made_at timestamptz not null
);
create index recording_by_day on recording (school_id, on_day desc);
create index recording_asked_by on recording (school_id, asked_by);
call protect_by_school('recording');

-- Everybody who would be in it, and whose word it needs: their own, a parent's, or both.
create table recording_person (
  school_id uuid not null references school (id),
  recording_id uuid not null references recording (id),
  person_id uuid not null,
  own_word boolean not null,
  parent_word boolean not null,
  asked_at timestamptz not null,
  primary key (recording_id, person_id),
  check (own_word or parent_word)
);
create index recording_person_of on recording_person (school_id, person_id);
call protect_by_school('recording_person');

-- Each word that was said, the newest of a voice counts. A yes that is taken back is another row.
create table recording_word (
  school_id uuid not null references school (id),
  id uuid primary key,
  recording_id uuid not null references recording (id),
  person_id uuid not null,
  by_id uuid,
  voice text not null check (voice in ('own', 'parent')),
  says text not null check (says in ('yes', 'no')),
  at timestamptz not null
);
create index recording_word_of on recording_word (recording_id, person_id, at);
call protect_by_school('recording_word');

-- From which year group a pupil's own word is enough, from a day on. Without a year the parent is asked for every pupil.
create table recording_own_word (
  school_id uuid not null references school (id),
  id uuid primary key,
  since date not null,
  from_year text,
  set_by uuid,
  set_at timestamptz not null
);
create index recording_own_word_since on recording_own_word (school_id, since desc, set_at desc);
call protect_by_school('recording_own_word');
