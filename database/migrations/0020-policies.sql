-- A policy and its editions. A draft changes; what was approved never does again.
create table policy (
  school_id uuid not null references school (id),
  policy text not null check (policy ~ '^[a-z][a-z0-9-]*$'),
  created_at timestamptz not null,
  retired_on date,
  primary key (school_id, policy)
);

create table policy_edition (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'proposed', 'approved', 'discarded')),
  title text not null,
  markdown text not null,
  text_hash text not null,
  -- why it is being changed, in the writer's words
  note text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  proposed_by uuid,
  proposed_at timestamptz,
  approved_by uuid,
  approved_as text,
  approved_on date,
  in_force date,
  foreign key (school_id, policy) references policy (school_id, policy),
  check (state <> 'approved' or (approved_on is not null and in_force is not null))
);
create unique index policy_edition_one_open on policy_edition (school_id, policy) where state in ('draft', 'proposed');
create index policy_edition_in_force on policy_edition (school_id, policy, in_force desc) where state = 'approved';

-- What the writer says each changed clause is: the word that decides who is asked to sign again.
create table policy_clause_mark (
  school_id uuid not null references school (id),
  edition_id uuid not null references policy_edition (id),
  clause text not null,
  mark text not null check (mark in ('wording', 'clarification', 'new-duty', 'removed')),
  primary key (edition_id, clause)
);

create function approved_stays_as_it_is() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' and (new.markdown <> old.markdown or new.text_hash <> old.text_hash or new.state <> old.state or new.approved_on <> old.approved_on) then
    raise exception 'an approved edition is never changed: write the next one';
  end if;
  return new;
end
$$;
create trigger policy_edition_stays before update on policy_edition for each row execute function approved_stays_as_it_is();

call protect_by_school('policy');
call protect_by_school('policy_edition');
call protect_by_school('policy_clause_mark');
