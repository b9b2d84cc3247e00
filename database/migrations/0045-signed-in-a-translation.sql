-- The translation that stood on the screen when an agreement was signed: part of its proof. Without a row the English alone was shown.
create table agreement_shown_in (
  school_id uuid not null references school (id),
  agreement_id uuid primary key references agreement (id),
  translation_id uuid not null references policy_translation (id),
  -- the statement as it was said in that language; it names nobody
  statement text not null
);
call protect_append_only('agreement_shown_in');
