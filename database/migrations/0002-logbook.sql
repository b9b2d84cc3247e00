-- The logbook: ids and hashes in a chain that is only ever added to; the words beside it, which can be erased.
create table logbook_entry (
  school_id uuid not null references school (id),
  seq bigint not null check (seq > 0),
  id uuid not null unique,
  at timestamptz(3) not null,
  deed text not null,
  by_id text not null,
  about_id text,
  clause text,
  words_hash text,
  previous text not null,
  hash text not null,
  primary key (school_id, seq)
);
create index logbook_entry_about on logbook_entry (school_id, about_id, seq desc);
create index logbook_entry_by on logbook_entry (school_id, by_id);

create table logbook_words (
  school_id uuid not null references school (id),
  entry_id uuid primary key references logbook_entry (id),
  words jsonb not null,
  salt text not null
);

create table logbook_head (
  school_id uuid primary key references school (id),
  seq bigint not null,
  hash text not null
);

call protect_append_only('logbook_entry');
call protect_by_school('logbook_words');
call protect_by_school('logbook_head');
