-- People, what they are at the school, the offices they hold, and families. Everything is held between days.
create table person (
  school_id uuid not null references school (id),
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  email text,
  joined_on date not null,
  left_on date,
  check (left_on is null or left_on >= joined_on)
);
create index person_name on person (school_id, family_name, given_name);

-- teacher, support-staff, supply, ict, governor, trustee, parent, volunteer, visitor, pupil-ks1, pupil-senior, …
create table person_kind (
  school_id uuid not null references school (id),
  person_id uuid not null references person (id),
  kind text not null,
  from_day date not null,
  until_day date,
  primary key (person_id, kind, from_day)
);
create index person_kind_kind on person_kind (school_id, kind);

-- Where a pupil sits: year group, class and phase, moving up by dates.
create table pupil_place (
  school_id uuid not null references school (id),
  person_id uuid not null references person (id),
  year_group text not null,
  class text not null,
  phase text not null,
  from_day date not null,
  until_day date,
  primary key (person_id, from_day)
);
create index pupil_place_class on pupil_place (school_id, class);

create table office_holder (
  school_id uuid not null references school (id),
  office text not null,
  person_id uuid not null references person (id),
  -- holder, or cover while the holder is away
  cover boolean not null default false,
  from_day date not null,
  until_day date,
  primary key (school_id, office, person_id, from_day)
);

create table guardian (
  school_id uuid not null references school (id),
  child_id uuid not null references person (id),
  parent_id uuid not null references person (id),
  relation text not null,
  -- false where a court order or the school's record says this adult may not agree for the child
  may_agree boolean not null default true,
  no_contact boolean not null default false,
  primary key (child_id, parent_id)
);
create index guardian_parent on guardian (school_id, parent_id);

call protect_by_school('person');
call protect_by_school('person_kind');
call protect_by_school('pupil_place');
call protect_by_school('office_holder');
call protect_by_school('guardian');
