-- The invented people one may sign in as, each by a link of their own. Filled in demonstration mode alone.
-- The link's token is kept as it is, because it is printed at every start and opens nothing but an invented school.
create table demonstration_persona (
  school_id uuid not null references school (id),
  persona text not null,
  person_id uuid not null,
  role text not null,
  token text not null,
  place integer not null,
  primary key (school_id, persona),
  unique (school_id, token)
);
call protect_by_school('demonstration_persona');
