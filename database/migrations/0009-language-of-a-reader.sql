-- The language somebody chose to read in. Who chose none reads what their browser asks for, or English.
create table reader_language (
  school_id uuid not null references school (id),
  person_id uuid not null,
  -- as browsers write it: cy, ur
  language text not null check (language ~ '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$'),
  chosen_at timestamptz not null,
  primary key (school_id, person_id)
);
call protect_by_school('reader_language');
