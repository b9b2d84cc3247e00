-- What a signer ticked by itself beside the signature: the words as they stood there, with their mark. Part of the proof; it names nobody.
create table agreement_tick (
  school_id uuid not null references school (id),
  agreement_id uuid not null references agreement (id),
  place integer not null,
  -- the clause of the policy that has its signers say it
  clause text not null,
  words text not null,
  -- SHA-256 of the words, in hexadecimal
  words_hash text not null check (words_hash ~ '^[0-9a-f]{64}$'),
  -- the same as it was shown in another language; null where the English stood there
  shown text,
  primary key (agreement_id, place)
);
create index agreement_tick_school on agreement_tick (school_id);
call protect_append_only('agreement_tick');

-- A short quiz about an edition, as often as somebody likes: how many of its questions they answered as the rules do.
create table policy_quiz (
  school_id uuid not null references school (id),
  id uuid primary key,
  seq bigint generated always as identity,
  person_id uuid not null,
  policy text not null,
  edition_id uuid not null,
  edition integer not null,
  questions integer not null check (questions > 0),
  correct integer not null check (correct between 0 and questions),
  -- for each question the clause it was about, what was answered and what the rules say
  answers jsonb not null,
  done_on date not null,
  at timestamptz not null,
  -- made with the page that was sent, so that a second press finds the first
  once uuid not null,
  unique (school_id, once)
);
create index policy_quiz_person on policy_quiz (school_id, person_id, policy, seq desc);
create index policy_quiz_edition on policy_quiz (school_id, edition_id, person_id);
call protect_append_only('policy_quiz');

create function forget_quizzes(the_person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from policy_quiz where person_id = the_person and school_id = current_school();
end
$$;
revoke all on function forget_quizzes(uuid) from public;
grant execute on function forget_quizzes(uuid) to countersign_web;
