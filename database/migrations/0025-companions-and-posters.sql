-- A document that goes with a policy, or an address at which the policy itself can be read.
create table policy_companion (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  kind text not null check (kind in ('companion', 'publication')),
  title text not null,
  -- the office that looks after it
  owner text not null,
  -- an address of the web, or a policy of this school; neither while it is still missing
  address text,
  own_policy text,
  -- the clause of the policy that names it
  clause text,
  -- to be opened before the policy is signed
  open_first boolean not null default false,
  -- while it is missing or dead, no edition of the policy is approved
  stops_publishing boolean not null default false,
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  state text not null default 'unchecked' check (state in ('unchecked', 'live', 'dead', 'other-edition')),
  fault text,
  checked_at timestamptz,
  next_check timestamptz,
  foreign key (school_id, policy) references policy (school_id, policy),
  check (address is null or own_policy is null)
);
create index policy_companion_of on policy_companion (school_id, policy) where removed_at is null;
create index policy_companion_due on policy_companion (school_id, next_check) where removed_at is null and address is not null;
call protect_by_school('policy_companion');

-- Every look at an address: history is added to.
create table policy_companion_check (
  school_id uuid not null references school (id),
  id uuid primary key,
  companion_id uuid not null references policy_companion (id),
  address text not null,
  at timestamptz not null,
  state text not null check (state in ('live', 'dead', 'other-edition')),
  status integer,
  fault text
);
create index policy_companion_check_of on policy_companion_check (companion_id, at desc);
call protect_append_only('policy_companion_check');

-- A poster: some clauses of one policy, for some readers. Its words are those of the edition in force.
create table policy_poster (
  school_id uuid not null references school (id),
  id uuid primary key,
  policy text not null,
  title text not null,
  audience text not null,
  clauses text[] not null check (cardinality(clauses) between 1 and 12),
  made_by uuid,
  made_at timestamptz not null,
  retired_on date,
  foreign key (school_id, policy) references policy (school_id, policy)
);
create index policy_poster_of on policy_poster (school_id, policy);
call protect_by_school('policy_poster');

-- Where a copy hangs, which edition it is of, and who looks after it.
create table policy_poster_place (
  school_id uuid not null references school (id),
  id uuid primary key,
  poster_id uuid not null references policy_poster (id),
  place text not null,
  edition_id uuid not null references policy_edition (id),
  edition integer not null,
  put_up_by uuid,
  put_up_on date not null,
  checked_by uuid,
  checked_on date,
  taken_down_by uuid,
  taken_down_on date
);
create index policy_poster_place_of on policy_poster_place (school_id, poster_id) where taken_down_on is null;
call protect_by_school('policy_poster_place');
