-- What people think of a policy, or of its next edition while it is written: who was asked, about which text, and what they answered.
create table policy_consultation (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  edition_id uuid not null references policy_edition (id),
  edition integer not null,
  -- whether that edition was still being written when people were asked
  draft boolean not null,
  title text not null,
  -- the text as it was put before them; an edition that is being written changes
  markdown text not null,
  text_hash text not null,
  -- what it is about, in the writer's words
  summary text not null check (length(summary) between 1 and 3000),
  offices text[] not null,
  kinds text[] not null,
  answer_by date not null,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  once uuid not null,
  unique (school_id, once),
  foreign key (school_id, policy) references policy (school_id, policy)
);
create index policy_consultation_of on policy_consultation (school_id, policy, opened_at desc);
create index policy_consultation_edition on policy_consultation (school_id, edition_id);
call protect_by_school('policy_consultation');

-- Everybody who was asked, and as what.
create table policy_consulted (
  school_id uuid not null references school (id),
  consultation_id uuid not null references policy_consultation (id),
  person_id uuid not null,
  -- an office or a kind of people
  as_group text not null,
  primary key (consultation_id, person_id)
);
create index policy_consulted_person on policy_consulted (school_id, person_id);
call protect_append_only('policy_consulted');

-- What they answered; the newest of each person counts.
create table policy_consultation_answer (
  school_id uuid not null references school (id),
  id uuid primary key,
  seq bigint generated always as identity,
  consultation_id uuid not null references policy_consultation (id),
  person_id uuid not null,
  view text not null check (view in ('yes', 'changes', 'no', 'none')),
  -- personal words: forget_consultation_words() alone takes them away
  words text not null check (length(words) <= 3000),
  at timestamptz not null
);
create index policy_consultation_answer_of on policy_consultation_answer (school_id, consultation_id, person_id, seq desc);
create index policy_consultation_answer_person on policy_consultation_answer (school_id, person_id);
call protect_append_only('policy_consultation_answer');

create function forget_consultation_words(the_person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update policy_consultation_answer set words = '' where person_id = the_person and school_id = current_school();
  update policy_consultation set opened_by = null where opened_by = the_person and school_id = current_school();
  update policy_consultation set closed_by = null where closed_by = the_person and school_id = current_school();
end
$$;
revoke all on function forget_consultation_words(uuid) from public;
grant execute on function forget_consultation_words(uuid) to countersign_web;
