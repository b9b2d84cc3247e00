-- Schools of one trust, and people who are at several of them. Each school keeps its own person; the trust's
-- office ties them together. No school sees more of another than that.

-- Which trust a school belongs to. The trust is itself a school here; whoever keeps the server says so.
create table trust_member (
  member_id uuid primary key references school (id),
  trust_id uuid not null references school (id)
);
call share_across_schools('trust_member');

create function trust_of(the_school uuid) returns uuid
  language sql stable parallel safe
  return (select trust_id from trust_member where member_id = the_school);

-- Somebody says: I am at that school too, under this address. The trust's office confirms or refuses.
create table trust_ask (
  id uuid primary key,
  trust_id uuid not null references school (id),
  school_id uuid not null references school (id),
  from_person uuid not null,
  from_name text not null,
  from_email text not null,
  to_school uuid not null references school (id),
  to_email text not null,
  asked_at timestamptz not null
);
create unique index trust_ask_once on trust_ask (from_person, to_school);
alter table trust_ask enable row level security;
alter table trust_ask force row level security;
create policy asker_and_trust on trust_ask
  using (school_id = (select current_school()) or trust_id = (select current_school()))
  with check (school_id = (select current_school()) and trust_id = trust_of(school_id) and trust_of(to_school) = trust_id);
grant select, insert, delete on trust_ask to countersign_web;

-- One human being at two schools: a line for each of the two, which is that school's own. Only the trust's office ties.
create table trust_tie (
  school_id uuid not null references school (id),
  person_id uuid not null,
  other_school uuid not null references school (id),
  other_person uuid not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (school_id, person_id, other_school)
);
create index trust_tie_other on trust_tie (other_school, other_person);
alter table trust_tie enable row level security;
alter table trust_tie force row level security;
create policy both_ends_and_trust on trust_tie for select
  using (school_id = (select current_school()) or other_school = (select current_school()) or trust_of(school_id) = (select current_school()));
create policy trust_ties on trust_tie for insert with check (trust_of(school_id) = (select current_school()) and trust_of(other_school) = (select current_school()));
create policy both_ends_and_trust_part on trust_tie for delete
  using (school_id = (select current_school()) or other_school = (select current_school()) or trust_of(school_id) = (select current_school()));
grant select, insert, delete on trust_tie to countersign_web;
