-- Counts each saving of a draft: whoever saves says which one they had before them, so that nobody overwrites another unseen.
alter table policy_edition add column revision integer not null default 0;
