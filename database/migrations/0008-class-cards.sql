-- A card with which a young pupil signs in: its code opens a page that asks for three pictures. The code itself is
-- printed and kept nowhere. The pictures are hashed together with it, so that a copy of this table opens nothing.
create table sign_in_class_card (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  token_hash text not null unique,
  pictures_hash text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- its last day: the end of the school year
  expires_on date not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('lost', 'again', 'ended')),
  -- wrong tries since the last right one; locked until a teacher opens it again
  tries integer not null default 0,
  locked_at timestamptz,
  last_used_at timestamptz
);
create index sign_in_class_card_person on sign_in_class_card (school_id, person_id) where ended_at is null;
call protect_by_school('sign_in_class_card');
