-- Questions people asked, kept without the asker, so that the policy's owner sees what the policy does not say.
-- Only the day is kept, and words of harm are never kept.
create table may_i_question (
  school_id uuid not null references school (id),
  id uuid primary key,
  asked_on date not null,
  words text not null,
  act text,
  says text not null
);
create index may_i_question_day on may_i_question (school_id, asked_on desc);
call protect_by_school('may_i_question');
