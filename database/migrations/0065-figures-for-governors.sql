-- The figures of a term as governors read them: made once, when their day has come, with small numbers hidden already.
-- Added to, never changed: what is told, closed or found out later moves none of them.
create table figure_release (
  school_id uuid not null references school (id),
  id uuid primary key,
  term text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  -- JSON: {hiddenBelow, told, everything, closed, open, outcomes, outcomesTogether}
  figures jsonb not null,
  released_on date not null,
  unique (school_id, from_day)
);
call protect_append_only('figure_release');
