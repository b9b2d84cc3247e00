-- What people promised, exactly as it was shown to them. Rows are added, never changed; publishing never touches them.
create table agreement (
  school_id uuid not null references school (id),
  id uuid primary key,
  -- whose agreement it is; for a countersignature, the child
  person_id uuid not null,
  -- who signed: the person, or the guardian who countersigned
  by_id uuid not null,
  capacity text not null check (capacity in ('self', 'guardian')),
  -- what the signer was at the school that day
  kinds text[] not null,
  policy text not null,
  edition_id uuid not null,
  edition integer not null,
  -- the clauses shown; `whole` when the whole document was
  clauses text[] not null,
  whole boolean not null,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  statement text not null,
  language text not null,
  channel text not null check (channel in ('screen', 'kiosk', 'class', 'paper', 'phone')),
  witness_id uuid,
  -- personal words: forget_agreement_words() alone takes them away
  typed_name text check (length(typed_name) between 1 and 120),
  drawing text check (length(drawing) <= 8000),
  signed_on date not null,
  at timestamptz not null,
  -- made with the page that was sent, so that a second press finds the first
  once uuid not null,
  unique (school_id, once)
);
create index agreement_person on agreement (school_id, person_id, policy, at desc);
create index agreement_policy on agreement (school_id, policy, signed_on);
create index agreement_by on agreement (school_id, by_id);

create table agreement_withdrawal (
  school_id uuid not null references school (id),
  id uuid primary key,
  agreement_id uuid not null unique references agreement (id),
  by_id uuid not null,
  reason text not null default '',
  withdrawn_on date not null,
  at timestamptz not null
);

-- Saying no, with a reason and somebody to talk to. Nothing is lost by it; the person may still sign.
create table agreement_decline (
  school_id uuid not null references school (id),
  id uuid primary key,
  person_id uuid not null,
  by_id uuid not null,
  capacity text not null check (capacity in ('self', 'guardian')),
  policy text not null,
  edition_id uuid not null,
  edition integer not null,
  reason text not null,
  talk_to text not null,
  declined_on date not null,
  at timestamptz not null,
  once uuid not null,
  unique (school_id, once)
);
create index agreement_decline_person on agreement_decline (school_id, person_id, policy, at desc);

-- Worked out from people, editions and agreements, and worked out again whenever one of them changes: who is bound by
-- which policy, whether it is still to be signed, why and until when. It may be emptied at any time and made again.
create table agreement_ask (
  school_id uuid not null references school (id),
  person_id uuid not null,
  policy text not null,
  edition_id uuid not null,
  edition integer not null,
  open boolean not null,
  reason text,
  since date,
  due date,
  -- the clauses asked about; empty for the whole document
  clauses text[] not null default '{}',
  countersign boolean not null,
  agreement_id uuid,
  signed_on date,
  countersignature_id uuid,
  countersigned_on date,
  declined_on date,
  -- copies for sorting and searching lists
  name text not null,
  sort_name text not null,
  kind text not null,
  class text not null default '',
  primary key (school_id, person_id, policy)
);
create index agreement_ask_policy on agreement_ask (school_id, policy, open, due);
create index agreement_ask_name on agreement_ask (school_id, sort_name, person_id, policy);

-- What the asks of a school were last worked out from.
create table agreement_ask_stamp (
  school_id uuid primary key references school (id),
  made_for date not null,
  editions uuid[] not null,
  version bigint not null
);

call protect_append_only('agreement');
call protect_append_only('agreement_withdrawal');
call protect_append_only('agreement_decline');
call protect_by_school('agreement_ask');
call protect_by_school('agreement_ask_stamp');

-- Forgets the personal words of one person's signatures in the school at hand. That something was signed, by which
-- opaque id, when and under which text stays. It runs as the owner, for the web may not change these tables.
create function forget_agreement_words(the_person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update agreement set typed_name = null, drawing = null where by_id = the_person and school_id = current_school();
  update agreement_decline set reason = '' where (person_id = the_person or by_id = the_person) and school_id = current_school();
  update agreement_withdrawal set reason = '' where by_id = the_person and school_id = current_school();
  delete from agreement_ask where person_id = the_person and school_id = current_school();
end
$$;
revoke all on function forget_agreement_words(uuid) from public;
grant execute on function forget_agreement_words(uuid) to countersign_web;
