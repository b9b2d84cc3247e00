-- Where the rules name nobody ("unassigned", "the school"), the real office that answers: for all of them, or for one clause.
create table office_stand_in (
  school_id uuid not null references school (id),
  stand_in text not null check (stand_in in ('unassigned', 'school')),
  -- policy#clause; empty for every clause that has none of its own
  clause text not null default '',
  office text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (school_id, stand_in, clause)
);
call protect_by_school('office_stand_in');

-- Who holds what, a real office for "unassigned" and "the school" included: whoever holds that office holds these too.
create view office_held with (security_invoker = true) as
  select school_id, office, person_id, cover, from_day, until_day from office_holder
  union all
  select s.school_id, s.stand_in, o.person_id, o.cover, o.from_day, o.until_day
  from office_stand_in s join office_holder o on o.school_id = s.school_id and o.office = s.office where s.clause = '';
grant select on office_held to countersign_web;

-- Partners, children and guests of staff who use what is the school's: they come under the same code, and the member of staff answers for them.
create table household_member (
  school_id uuid not null references school (id),
  person_id uuid not null references person (id),
  staff_id uuid not null references person (id),
  relation text not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (person_id, staff_id)
);
create index household_member_staff on household_member (school_id, staff_id);
call protect_by_school('household_member');
