-- Somebody told the school something. What they wrote is locked: the keys lie apart from the database.
-- A *_key is a keyed hash of a person's id (same folder of keys): it finds their rows again and names nobody.
create table concern_report (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- null where the reporter chose to stay unknown
  reporter_key text,
  -- the hash of the code with which an unknown reporter comes back
  return_code_hash text,
  channel text not null check (channel in ('screen', 'anonymous', 'kiosk', 'by-hand', 'block-page', 'answer')),
  -- JSON: the answers to every question, the people named, the narrative
  locked bytea not null,
  reported_at timestamptz not null
);
create index concern_report_by on concern_report (school_id, reporter_key, reported_at desc) where reporter_key is not null;
create unique index concern_report_code on concern_report (school_id, return_code_hash) where return_code_hash is not null;
call protect_by_school('concern_report');

-- One thing that the report is. A report may be several; each has readers of its own.
create table concern (
  school_id uuid not null references school (id),
  id uuid primary key,
  report_id uuid not null references concern_report (id),
  -- drawn by chance, for a number in a row would tell how many there are
  code text not null,
  -- the act of the tell rule: report-data-breach, report-safeguarding-concern, ...
  kind text not null,
  clauses text[] not null,
  state text not null check (state in ('new', 'seen', 'in-hand', 'closed')),
  severity text check (severity in ('minor', 'ordinary', 'serious', 'very-serious')),
  -- those it is about: never among its readers, whatever office they hold
  about_keys text[] not null default '{}',
  -- children who may be harmed: the safeguarding lead learns that it exists
  child_keys text[] not null default '{}',
  opened_at timestamptz not null,
  seen_at timestamptz,
  acted_at timestamptz,
  -- when it goes on to the next office if nobody has opened it
  hand_on_at timestamptz,
  closed_at timestamptz,
  unique (school_id, code)
);
create index concern_by_state on concern (school_id, state, opened_at desc);
create index concern_of_report on concern (report_id);
create index concern_about on concern using gin (about_keys);
create index concern_children on concern using gin (child_keys);
call protect_by_school('concern');

-- Who may read a concern, and why: an office, or one person by name.
create table concern_eye (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  office text,
  person_id uuid,
  why text not null check (why in ('routed', 'handed-on', 'round-the-subject', 'copied', 'shared', 'opened-by-two')),
  -- null: all of it; otherwise the entries that were shared
  parts uuid[],
  clause text,
  since timestamptz not null,
  until timestamptz,
  told_at timestamptz,
  seen_at timestamptz,
  check ((office is null) <> (person_id is null))
);
create index concern_eye_of on concern_eye (concern_id);
create index concern_eye_office on concern_eye (school_id, office) where office is not null;
create index concern_eye_person on concern_eye (school_id, person_id) where person_id is not null;
call protect_by_school('concern_eye');

-- The chronology: what was told, thought, done and decided. Added to, never changed.
create table concern_entry (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  -- report, added, triage, note, restricted-note, action, talk, referral, told, decision, sanction, closed, reopened, shared, opened, ...
  sort text not null,
  -- null where the software itself writes, or the reporter stays unknown
  by_id uuid,
  -- JSON, locked
  locked bytea not null,
  at timestamptz not null,
  -- when it happened, where that is another time
  happened_at timestamptz
);
create index concern_entry_of on concern_entry (concern_id, at);
call protect_by_school('concern_entry');

create table concern_file (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  entry_id uuid not null references concern_entry (id),
  -- JSON {name, type}, locked; and the bytes, locked
  locked_name bytea not null,
  locked bytea not null,
  size integer not null,
  added_at timestamptz not null
);
create index concern_file_of on concern_file (concern_id);
call protect_by_school('concern_file');

-- Every reading of a concern: who, when, what of it.
create table concern_reading (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  person_id uuid not null,
  office text,
  what text not null,
  at timestamptz not null
);
create index concern_reading_of on concern_reading (concern_id, at desc);
call protect_by_school('concern_reading');
