-- A link that signs somebody in, once, within minutes. Only its hash is kept; it leaves by mail to the address on record.
create table sign_in_mail_link (
  school_id uuid not null references school (id),
  token_hash text primary key,
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_mail_link_person on sign_in_mail_link (school_id, person_id, made_at);
call protect_by_school('sign_in_mail_link');
