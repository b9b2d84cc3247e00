-- Why the approving body gave a proposal back, in its words: it stands above the draft until the next approval.
alter table policy_edition add column sent_back text not null default '';
