-- How many adults must countersign, and which countersignatures stand now.
alter table agreement_ask
  add column guardians_needed integer not null default 1,
  add column guardian_agreements uuid[] not null default '{}';

-- What somebody opened and read to its end because a policy they sign is read with it. A new edition is read anew.
create table agreement_reading (
  school_id uuid not null references school (id),
  person_id uuid not null,
  -- the edition of a policy of this school, or the entry of a document elsewhere
  edition_id uuid not null,
  opened_at timestamptz not null,
  read_at timestamptz,
  primary key (school_id, person_id, edition_id)
);
call protect_by_school('agreement_reading');

-- What had been read before an agreement was signed: part of its proof.
create table agreement_read_before (
  school_id uuid not null references school (id),
  agreement_id uuid not null references agreement (id),
  title text not null,
  edition_id uuid not null,
  -- null for a document elsewhere
  edition integer,
  opened_at timestamptz not null,
  read_at timestamptz not null,
  primary key (school_id, agreement_id, edition_id)
);
call protect_append_only('agreement_read_before');

-- Beside whom a countersignature was given: the child's name and form as the roll had them, and what the signer is to the child.
create table agreement_beside (
  school_id uuid not null references school (id),
  agreement_id uuid primary key references agreement (id),
  child_id uuid not null,
  by_id uuid not null,
  -- personal words: forget_family_words() alone takes them away
  relation text,
  child_name text,
  child_form text
);
create index agreement_beside_child on agreement_beside (school_id, child_id);
create index agreement_beside_by on agreement_beside (school_id, by_id);
call protect_append_only('agreement_beside');

create function forget_family_words(the_person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update agreement_beside set child_name = null, child_form = null where child_id = the_person and school_id = current_school();
  update agreement_beside set relation = null where (by_id = the_person or child_id = the_person) and school_id = current_school();
  delete from agreement_reading where person_id = the_person and school_id = current_school();
end
$$;
revoke all on function forget_family_words(uuid) from public;
grant execute on function forget_family_words(uuid) to countersign_web;
