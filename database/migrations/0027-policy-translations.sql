-- A policy in another language: of one edition, checked against its clauses, approved by whoever approves the policy.
create table policy_translation (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  language text not null check (language ~ '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$'),
  -- the edition whose English it says, and the hash of that English
  edition_id uuid not null references policy_edition (id),
  english_hash text not null,
  markdown text not null,
  text_hash text not null,
  made_by uuid,
  made_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_at timestamptz
);
create index policy_translation_latest on policy_translation (school_id, policy, language, made_at desc);

-- What readers saw is never rewritten: a better text is another row.
create function translation_stays_as_it_is() returns trigger language plpgsql as $$
begin
  if new.markdown <> old.markdown or new.text_hash <> old.text_hash or new.edition_id <> old.edition_id or new.language <> old.language then
    raise exception 'a translation is never changed: send in another';
  end if;
  return new;
end
$$;
create trigger policy_translation_stays before update on policy_translation for each row execute function translation_stays_as_it_is();

call protect_by_school('policy_translation');
