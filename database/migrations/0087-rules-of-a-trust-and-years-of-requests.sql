-- A trust's policies bind its schools. What is in force there on a day, for the school one is in; nothing where it
-- belongs to no trust. The walls between schools stand: the function steps into the trust for this one question and
-- back, within one statement, and no table is opened to anybody.
create function trust_editions_in_force(on_day date) returns table (trust text, edition policy_edition)
  language plpgsql as $$
declare
  own uuid := current_school();
  the_trust uuid := trust_of(own);
begin
  if the_trust is null or the_trust = own then return; end if;
  perform set_config('app.school_id', the_trust::text, true);
  return query
    select (select s.slug from school s where s.id = the_trust), e from policy_edition e where e.id in (
      select distinct on (f.policy) f.id from policy_edition f join policy p on p.school_id = f.school_id and p.policy = f.policy
      where f.state = 'approved' and f.in_force <= on_day and (p.retired_on is null or p.retired_on > on_day)
        and not exists (select from policy_withdrawal w where w.policy = f.policy and w.undone_at is null and w.from_day <= on_day and w.last_edition >= f.number)
      order by f.policy, f.in_force desc, f.number desc)
    order by e.policy;
  perform set_config('app.school_id', own::text, true);
end
$$;

-- After five years a school has tens of thousands of requests; what is asked of them every day stays a look-up.
create index permission_request_for on permission_request (school_id, holder_id, asked_at desc);
create index permission_request_act on permission_request (school_id, act, asked_at desc);
create index permission_of_request on permission (request_id) where request_id is not null;
create index permission_by on permission (school_id, granted_by);
create index permission_of_act on permission (school_id, act);
create index permission_standing on permission (school_id, ends_at) where holders is not null;
