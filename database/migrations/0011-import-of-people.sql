-- Whom another system calls by which number: what a file is matched by when it comes again.
create table person_external_id (
  school_id uuid not null references school (id),
  -- one-roster or spreadsheet: numbers of two systems are never mixed
  source text not null,
  external_id text not null,
  person_id uuid not null references person (id),
  primary key (school_id, source, external_id)
);
create unique index person_external_id_person on person_external_id (school_id, person_id, source);

-- A file of people on its way in: read, compared, and applied once or dropped. At most one is open at a school.
create table person_import (
  school_id uuid not null references school (id),
  id uuid primary key,
  source text not null,
  file_name text not null,
  -- the file itself, until it is applied or dropped
  file bytea,
  state text not null check (state in ('columns', 'reading', 'faulty', 'ready', 'applying', 'applied', 'dropped')),
  made_by text not null,
  made_at timestamptz not null,
  -- how a spreadsheet's columns are to be read
  mapping jsonb,
  -- what people were when the difference was made, and on which day
  fingerprint text,
  planned_for date,
  counts jsonb not null default '{}',
  step text not null default '',
  done integer not null default 0,
  total integer not null default 0,
  -- the last sign of life of the work in the background
  beat_at timestamptz,
  applied_at timestamptz,
  -- a sentence, when the work ended early
  trouble text
);
create unique index person_import_open on person_import (school_id) where state not in ('applied', 'dropped');
create index person_import_made on person_import (school_id, made_at desc);

-- The difference, a row a person (and a row a family tie, a row a fault); gone when the import is over.
create table person_import_row (
  school_id uuid not null references school (id),
  import_id uuid not null references person_import (id),
  n integer not null,
  -- join, change, leave, tie, known, fault
  deed text not null,
  person_id uuid,
  name text not null default '',
  data jsonb not null,
  primary key (import_id, n)
);
create index person_import_row_deed on person_import_row (import_id, deed, n);

-- What the headings of this school's files mean, as it was last said: heading to field.
create table person_import_mapping (
  school_id uuid primary key references school (id),
  mapping jsonb not null
);

call protect_by_school('person_external_id');
call protect_by_school('person_import');
call protect_by_school('person_import_row');
call protect_by_school('person_import_mapping');
