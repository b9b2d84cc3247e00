-- Days before what a permission stands on is no longer known to be true, on which its people are told: said by the school, dated.
alter table permission_period add column evidence_days int not null default 7 check (evidence_days between 1 and 60);

-- They are told once for each day until which the evidence is known to be true; the day stands in the reason.
alter table permission_turn drop constraint permission_turn_turn_check;
alter table permission_turn add constraint permission_turn_turn_check check (turn in ('withdrawn', 'suspended', 'restored', 'given-up', 'carried-out', 'reminded', 'evidence-reminded', 'expired'));
