-- That there is a concern is told to nobody but its readers: its mails stand in no list of mails, and its lines of the
-- logbook are in the chain but on no page. This index finds those lines, so that the others keep numbers without gaps.
alter table mail_outbox add column unlisted boolean not null default false;
create index logbook_entry_unlisted on logbook_entry (school_id, seq) where deed = 'concern';

-- Two offices together open the concern of somebody who is away: one asks, another agrees. Reasons are locked.
create table concern_opening (
  school_id uuid not null references school (id),
  id uuid primary key,
  concern_id uuid not null references concern (id),
  asked_by uuid not null,
  asked_office text not null,
  locked bytea not null,
  asked_at timestamptz not null,
  -- not worth agreeing to after this
  lapses_at timestamptz not null,
  agreed_by uuid,
  agreed_office text,
  agreed_at timestamptz,
  check (agreed_by is null or agreed_by <> asked_by)
);
create index concern_opening_of on concern_opening (school_id, lapses_at) where agreed_at is null;
call protect_by_school('concern_opening');
