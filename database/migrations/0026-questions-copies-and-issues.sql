-- A question about a clause, and the answer that stays beside it.
create table clause_question (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  clause text not null,
  -- as it was asked; only whoever answers reads it, and who asked
  asked text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  -- as everybody reads it
  question text not null default '',
  answer text not null default '',
  answered_by uuid,
  answered_as text,
  answered_at timestamptz,
  -- the clause as it stood when the answer was last found to be true
  clause_hash text,
  foreign key (school_id, policy) references policy (school_id, policy),
  check (state <> 'answered' or (question <> '' and answer <> '' and clause_hash is not null))
);
create index clause_question_of on clause_question (school_id, policy) where state <> 'withdrawn';
create index clause_question_by on clause_question (school_id, asked_by, asked_at desc);
call protect_by_school('clause_question');

-- Every wording of an answer.
create table clause_answer_wording (
  school_id uuid not null references school (id),
  id uuid primary key,
  question_id uuid not null references clause_question (id),
  deed text not null check (deed in ('answer', 'change', 'still-true', 'withdraw')),
  question text not null,
  answer text not null,
  by_id uuid,
  at timestamptz not null
);
create index clause_answer_wording_of on clause_answer_wording (question_id, at desc);
call protect_by_school('clause_answer_wording');

-- Somebody asked for a copy on paper, in large print or in another language.
create table policy_copy_request (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  how text not null check (how in ('paper', 'large-print', 'language')),
  language text not null default '',
  person_id uuid,
  -- name and address of somebody who is not signed in, closed; gone once it is done
  closed_to text,
  asked_at timestamptz not null,
  done_on date,
  done_by uuid,
  outcome text check (outcome in ('given', 'not-given')),
  foreign key (school_id, policy) references policy (school_id, policy),
  check (done_on is null or closed_to is null)
);
create index policy_copy_request_open on policy_copy_request (school_id, asked_at) where done_on is null;
call protect_by_school('policy_copy_request');

-- A person was given an edition of a policy, and opened it.
create table policy_issue (
  school_id uuid not null references school (id),
  person_id uuid not null,
  policy text not null,
  edition_id uuid not null references policy_edition (id),
  edition integer not null,
  issued_on date not null,
  opened_on date,
  primary key (school_id, person_id, edition_id)
);
create index policy_issue_of on policy_issue (school_id, edition_id, opened_on);
call protect_by_school('policy_issue');
