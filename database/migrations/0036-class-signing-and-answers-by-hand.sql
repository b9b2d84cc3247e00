-- A signature noted by mistake (the wrong child's mark, an answer put down for the wrong person) is undone the same day.
-- Both rows stay as they are, and what is asked stands again as it stood before.
alter table agreement_withdrawal add column mistake boolean not null default false;

create table agreement_decline_undone (
  school_id uuid not null references school (id),
  decline_id uuid primary key references agreement_decline (id),
  by_id uuid not null,
  at timestamptz not null
);
call protect_append_only('agreement_decline_undone');

-- Who teaches a class between days, besides the one who is told each week: they run its signing and make its cards.
create table agreement_class_teaching (
  school_id uuid not null references school (id),
  id uuid primary key,
  class text not null check (length(class) between 1 and 80),
  person_id uuid not null,
  from_day date not null,
  until_day date check (until_day is null or until_day >= from_day),
  at timestamptz not null
);
create index agreement_class_teaching_person on agreement_class_teaching (school_id, person_id);
call protect_by_school('agreement_class_teaching');

-- Several documents read and signed in one sitting. Each has an agreement of its own.
create table agreement_sitting (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index agreement_sitting_person on agreement_sitting (school_id, person_id, started_at desc);
call protect_by_school('agreement_sitting');

-- Each document of a sitting: when it was opened, in which edition, and what came of it.
create table agreement_sitting_document (
  school_id uuid not null references school (id),
  sitting_id uuid not null references agreement_sitting (id),
  place integer not null,
  policy text not null,
  edition_id uuid,
  opened_at timestamptz,
  agreement_id uuid references agreement (id),
  primary key (sitting_id, policy)
);
call protect_by_school('agreement_sitting_document');

-- An answer that came by telephone or on paper and was entered by somebody else: who heard it, who entered it, and how
-- the person was told what was put down.
create table agreement_by_hand (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  by_id uuid not null,
  agreement_id uuid references agreement (id),
  decline_id uuid references agreement_decline (id),
  channel text not null check (channel in ('phone', 'paper')),
  heard_by uuid not null,
  witness_id uuid,
  entered_by uuid not null,
  given_on date not null,
  -- personal words; taken away when the person is erased
  note text not null default '',
  told text not null check (told in ('mail', 'letter')),
  at timestamptz not null,
  check (num_nonnulls(agreement_id, decline_id) = 1),
  check (witness_id is null or witness_id <> heard_by)
);
create index agreement_by_hand_person on agreement_by_hand (school_id, person_id, at desc);
create index agreement_by_hand_agreement on agreement_by_hand (school_id, agreement_id);
call protect_by_school('agreement_by_hand');
