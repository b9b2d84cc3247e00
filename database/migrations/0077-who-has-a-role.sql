-- Roles that rules look at and that hang on no office: who has one, from when until when, who named them and why.
create table role_holder (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- a value of the fact "person-status"
  role text not null,
  -- null once they are forgotten
  person_id uuid,
  from_day date not null,
  -- the last day; null where the rule sets no end and nobody has said one
  until_day date check (until_day >= from_day),
  reason text not null,
  named_by uuid,
  named_at timestamptz not null,
  -- taken off before its time: from this moment they have it no more
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text not null default ''
);
create index role_holder_of on role_holder (school_id, role, from_day desc);
create index role_holder_person on role_holder (school_id, person_id);
call protect_by_school('role_holder');
