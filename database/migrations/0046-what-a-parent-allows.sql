-- What each parent allowed a child, or did not: leave for the internet, leave for e-mail. The newest answer of each adult counts; older ones stay.
create table parent_permission (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- the order of answers, which one moment may hold several of
  seq bigint generated always as identity,
  child_id uuid not null,
  by_id uuid not null,
  act text not null,
  -- the fact and value that tell one question from its neighbour: facility=email; empty where the act is one question
  about text not null,
  answer text not null check (answer in ('yes', 'no')),
  -- beside which signature it was given; null where it was changed by itself
  agreement_id uuid references agreement (id),
  channel text not null check (channel in ('screen', 'paper')),
  answered_on date not null,
  at timestamptz not null
);
create index parent_permission_child on parent_permission (school_id, child_id, act, about, by_id, seq desc);
create index parent_permission_by on parent_permission (school_id, by_id);
create index parent_permission_agreement on parent_permission (school_id, agreement_id);
call protect_append_only('parent_permission');

create function forget_parent_permissions(the_person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from parent_permission where (child_id = the_person or by_id = the_person) and school_id = current_school();
end
$$;
revoke all on function forget_parent_permissions(uuid) from public;
grant execute on function forget_parent_permissions(uuid) to countersign_web;
