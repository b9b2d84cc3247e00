-- Somebody says that they do, for a task, what the rules allow: school data leaves its place, and by when it is back or gone.
create table declaration (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- null once they are forgotten; then the words are gone as well
  person_id uuid,
  sort text not null check (sort in ('off-site', 'stick', 'export', 'paper')),
  -- what the rules were told: fact -> value
  facts jsonb not null,
  task text not null,
  what text not null,
  goes_to text not null,
  -- the clauses that allow it and those that say what happens afterwards
  clauses text[] not null,
  -- the offices that look after these clauses: they see it, and learn that it is overdue
  owners text[] not null,
  declared_on date not null,
  gone_by date not null check (gone_by >= declared_on),
  gone_on date,
  gone_how text check (gone_how in ('brought-back', 'wiped', 'deleted', 'shredded', 'with-the-case', 'never-taken')),
  -- the day on which that was said: it may be taken back until the day ends
  gone_said_on date,
  reminded smallint not null default 0,
  reminded_on date,
  handed_on date,
  check ((gone_on is null) = (gone_how is null) and (gone_on is null) = (gone_said_on is null))
);
create index declaration_open on declaration (school_id, gone_by) where gone_on is null;
create index declaration_of on declaration (school_id, person_id, declared_on desc);
call protect_by_school('declaration');
