-- Nobody is on the list of a role twice for the same days, even where two people name them at the same moment.

-- What stands twice already: the line that was written first stays, the others are taken off.
alter table role_holder no force row level security;
update role_holder later set ended_at = later.named_at, ended_reason = 'On the list for these days already'
  where ended_at is null and person_id is not null and exists (
    select from role_holder one where one.school_id = later.school_id and one.role = later.role and one.person_id = later.person_id and one.ended_at is null and one.id < later.id
      and daterange(one.from_day, one.until_day, '[]') && daterange(later.from_day, later.until_day, '[]'));
alter table role_holder force row level security;

-- One span of text for a line: school, role and person at its head, the days behind. Two overlap where all of that
-- meets. Why not each column by itself: that needs an extension, and not every PostgreSQL comes with it.
create type role_span as range (subtype = text, collation = "C");
alter table role_holder add constraint role_holder_once exclude using gist (role_span(
  school_id::text || ' ' || person_id::text || ' ' || role || ' ' || lpad((from_day - date '0001-01-01')::text, 8, '0'),
  school_id::text || ' ' || person_id::text || ' ' || role || ' ' || coalesce(lpad((until_day - date '0001-01-01')::text, 8, '0'), '99999999'), '[]') with &&)
  where (ended_at is null and person_id is not null);
