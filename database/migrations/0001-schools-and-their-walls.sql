-- The second wall: whatever the code forgets, PostgreSQL shows a school its own rows and no others.
-- The web's role owns nothing, so row-level security always binds it; every login of the web is a member of it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'countersign_web') then
    create role countersign_web nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database of this server made it just now
  when insufficient_privilege then
    raise exception 'The database user may not make roles. Ask the database''s keeper to run: create role countersign_web nologin; grant countersign_web to %;', current_user;
end
$$;

-- The school this transaction works in; null outside any school, which matches no row.
create function current_school() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.school_id', true), '')::uuid;

-- A table with a school_id column: the web sees and changes only the rows of the school it has entered.
-- The policy asks through a subselect so that PostgreSQL asks once a query and not once a row.
create procedure protect_by_school(the_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy own_school on %s using (school_id = (select current_school())) with check (school_id = (select current_school()))', the_table);
  execute format('grant select, insert, update, delete on %s to countersign_web', the_table);
end
$$;

-- The same for history: the web may read and add, never change or remove.
create procedure protect_append_only(the_table regclass) language plpgsql as $$
begin
  call protect_by_school(the_table);
  execute format('revoke update, delete on %s from countersign_web', the_table);
end
$$;

-- One of the few tables that belong to no school, such as sessions.
create procedure share_across_schools(the_table regclass) language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to countersign_web', the_table);
end
$$;

create table school (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
  name text not null,
  pack text not null,
  created_at timestamptz not null default now()
);
grant select, insert, update on school to countersign_web;
