-- A case in which nobody wrote down what was done goes on to whoever owns the policy, once.
alter table concern add column escalated_at timestamptz;
create index concern_not_escalated on concern (school_id, opened_at) where escalated_at is null and state <> 'closed';
alter table concern_eye drop constraint concern_eye_why_check;
alter table concern_eye add constraint concern_eye_why_check check (why in ('routed', 'handed-on', 'round-the-subject', 'copied', 'shared', 'opened-by-two', 'escalated'));
