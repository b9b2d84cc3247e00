-- Every mail rests here in the transaction of the deed that wrote it; a sender takes it from here. Its id makes its
-- Message-ID, so that a mail sent twice (the sender was killed after sending) is seen to be the same one.
create table mail_outbox (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- reminder, digest, hand-over, sign-in-link
  kind text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  -- to whom; null for an address that is nobody's
  person_id uuid,
  to_address text not null check (length(to_address) between 3 and 320 and to_address !~ '[\r\n]'),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
  -- '{site}' stands for the address of the software; emptied once a secret mail is done with
  body text not null,
  secret boolean not null,
  -- the same deed done twice writes one mail
  once text not null,
  state text not null default 'rests' check (state in ('rests', 'sent', 'failed')),
  tries integer not null default 0,
  next_try timestamptz not null,
  made_at timestamptz not null,
  -- not worth sending after this
  expires_at timestamptz,
  done_at timestamptz,
  fault text,
  unique (school_id, once)
);
create index mail_outbox_due on mail_outbox (school_id, next_try) where state = 'rests';
create index mail_outbox_made on mail_outbox (school_id, made_at desc, id);
call protect_by_school('mail_outbox');
