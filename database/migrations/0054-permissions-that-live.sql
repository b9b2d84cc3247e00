-- Permissions that live: reminded before they end, reviewed at their end, and standing ones that say what they are for.

-- In the school's own words what a standing permission lets a group do: an entry of the list of permitted uses.
alter table permission add column what text not null default '';
-- The one that a review continued with this: a new grant with new days, never a longer old one.
alter table permission add column follows_id uuid references permission (id);
create index permission_follows on permission (follows_id) where follows_id is not null;
create index permission_evidence on permission (school_id, evidence_until) where evidence_until is not null;

-- Days before its end on which a permission's holder and whoever decides about it are reminded.
alter table permission_period add column remind_days int not null default 7 check (remind_days between 1 and 60);
