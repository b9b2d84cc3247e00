-- A device that was taken from a pupil: what it is, under which clause, and when it goes back. What happened never
-- changes; where it is now does. Words about it lie apart in custody_words, so that they can be forgotten.
create table custody_place (
  school_id uuid not null references school (id),
  id uuid primary key,
  name text not null,
  closed_on date,
  by_id uuid,
  at timestamptz not null
);
create index custody_place_of on custody_place (school_id, name);
call protect_by_school('custody_place');

-- What was decided elsewhere and still has to be taken. `key` is the decision's own mark; nothing says why.
create table custody_awaited (
  school_id uuid not null references school (id),
  id uuid primary key,
  key uuid not null,
  person_id uuid,
  offices text[] not null,
  until_day date,
  state text not null check (state in ('open', 'taken', 'over')),
  at timestamptz not null,
  unique (school_id, key)
);
create index custody_awaited_open on custody_awaited (school_id, at) where state = 'open';
call protect_by_school('custody_awaited');

create table custody_entry (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- the number on the sticker
  label integer not null,
  person_id uuid,
  device_kind text not null,
  place text not null,
  clause text not null,
  taken_by uuid,
  taken_at timestamptz not null,
  awaited_id uuid references custody_awaited (id),
  to_whom text not null check (to_whom in ('pupil', 'parent')),
  due_on date not null,
  state text not null check (state in ('held', 'returned', 'handed-on', 'struck')),
  holder_id uuid,
  kept_in uuid references custody_place (id),
  reminded_on date,
  ended_at timestamptz,
  unique (school_id, label)
);
create index custody_entry_due on custody_entry (school_id, state, due_on);
create index custody_entry_of on custody_entry (school_id, person_id);
create index custody_entry_holder on custody_entry (school_id, holder_id) where state = 'held';
call protect_by_school('custody_entry');
-- What happened stays as it was written: only where it is, when it is due and who it names may change.
revoke update on custody_entry from countersign_web;
grant update (person_id, taken_by, state, holder_id, kept_in, due_on, reminded_on, ended_at) on custody_entry to countersign_web;

-- Every hand through which it went, oldest first.
create table custody_move (
  school_id uuid not null references school (id),
  id uuid primary key,
  entry_id uuid not null references custody_entry (id),
  move text not null check (move in ('taken', 'handed-over', 'put-away', 'to-police', 'to-dsl', 'came-back', 'returned-to-pupil', 'returned-to-parent', 'not-returned', 'struck', 'due-now')),
  from_id uuid,
  to_id uuid,
  kept_in uuid references custody_place (id),
  by_id uuid,
  at timestamptz not null
);
create index custody_move_of on custody_move (school_id, entry_id, at);
call protect_by_school('custody_move');
revoke update on custody_move from countersign_web;
grant update (from_id, to_id, by_id) on custody_move to countersign_web;

-- What somebody wrote of an entry or a move.
create table custody_words (
  school_id uuid not null references school (id),
  about_id uuid primary key,
  entry_id uuid not null references custody_entry (id),
  words jsonb not null
);
create index custody_words_of on custody_words (school_id, entry_id);
call protect_by_school('custody_words');

-- How a school gives devices back, dated: of each name the newest that has begun counts.
create table custody_setting (
  school_id uuid not null references school (id),
  id uuid primary key,
  name text not null,
  since date not null,
  value jsonb not null,
  by_id uuid,
  at timestamptz not null
);
create index custody_setting_of on custody_setting (school_id, name, since desc, at desc);
call protect_append_only('custody_setting');
