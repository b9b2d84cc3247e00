-- Why the office has an ask: after the last reminder, or because mail comes back.
alter table agreement_hand_over add column why text not null default 'reminded' check (why in ('reminded', 'unreached'));
-- Whose mail failed, and whether a later one did not.
create index mail_outbox_failed on mail_outbox (school_id, kind, person_id) where state = 'failed';
create index mail_outbox_person on mail_outbox (school_id, person_id, kind, made_at desc);
