-- What a school sets about concerns: how long one may lie unopened, who comes next, whom to ring outside. Dated: the
-- newest that has begun counts, and what was set before stays to be seen.
create table concern_setting (
  school_id uuid not null references school (id),
  id uuid primary key,
  name text not null,
  since date not null,
  value jsonb not null,
  set_by uuid,
  set_at timestamptz not null
);
create index concern_setting_of on concern_setting (school_id, name, since desc);
call protect_by_school('concern_setting');
