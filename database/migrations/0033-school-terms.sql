-- The days between which a school has lessons. Reminders and due dates count in them.
create table school_term (
  school_id uuid not null references school (id),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  name text not null,
  primary key (school_id, from_day)
);
call protect_by_school('school_term');
