-- Deciding: a word may be taken back on its own day, and a yes or a no that was said opens the request again.
alter table permission_word drop constraint permission_word_says_check;
alter table permission_word add constraint permission_word_says_check check (says in ('grant', 'refuse', 'ask-back', 'answer', 'hand-on', 'undo'));

-- Where the rule says "the owner of the file", the teacher or another person of the matter: whom the asker named.
alter table permission_request add column named jsonb not null default '{}';

-- How long a request may wait: from a day on, so that what was true earlier stays known.
create table permission_period (
  school_id uuid not null references school (id),
  from_day date not null,
  -- school days until an unopened request is handed on, and until it comes to the last responder
  hand_on_after int not null check (hand_on_after between 1 and 20),
  last_after int not null check (last_after between 1 and 40),
  -- days after which a request that nobody answered is over
  lapses_after int not null check (lapses_after between 5 and 200),
  -- the longest a yes lasts where the rule sets no end, in days
  longest_days int not null check (longest_days between 1 and 1100),
  set_by uuid,
  set_at timestamptz not null,
  primary key (school_id, from_day)
);
call protect_by_school('permission_period');
