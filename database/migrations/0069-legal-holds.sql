-- The school goes to law in a case, or may have to: from then on nothing of the case is erased, whatever time runs out and
-- whoever asks, until the hold is lifted by two. Reasons, and the names as they were, are locked.
create table concern_hold (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  -- the clause that provides the legal step; null where the rules say nothing
  clause text,
  decided_by uuid,
  decided_office text not null,
  set_by uuid,
  since date not null,
  review_on date not null,
  reminded_on date,
  -- JSON: the reasons, and the names of everybody in it on that day
  locked bytea not null,
  lift_by uuid,
  lift_office text,
  lift_at timestamptz,
  lift_locked bytea,
  lifted_by uuid,
  lifted_office text,
  lifted_at timestamptz,
  check (lifted_by is null or lifted_by <> lift_by)
);
create unique index concern_hold_of on concern_hold (concern_id) where lifted_at is null;
create index concern_hold_review on concern_hold (school_id, review_on) where lifted_at is null;
call protect_by_school('concern_hold');

-- Who was to be forgotten while a hold stood. Once it is lifted they are.
create table concern_forget_later (
  school_id uuid not null references school (id),
  person_id uuid not null,
  -- a hold was lifted since
  due boolean not null default false,
  primary key (school_id, person_id)
);
call protect_by_school('concern_forget_later');
