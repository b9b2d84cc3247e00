-- The cases for whose worries a child's pictures are held back, so that a legal hold on one keeps what was done about
-- them. No page shows which they are.
create table picture_hold_case (
  school_id uuid not null references school (id),
  hold_id uuid not null references picture_hold (id),
  concern_id uuid not null,
  at timestamptz not null,
  primary key (hold_id, concern_id)
);

-- Holds from before are found by the moment that both were written at. As long as nobody but the owner looks.
alter table concern_entry no force row level security;
alter table picture_hold no force row level security;
insert into picture_hold_case (school_id, hold_id, concern_id, at)
  select distinct h.school_id, h.id, e.concern_id, e.at from picture_hold h join concern_entry e on e.school_id = h.school_id and e.sort = 'pictures-on-hold' and e.at in (h.opened_at, h.again_at)
  on conflict do nothing;
alter table concern_entry force row level security;
alter table picture_hold force row level security;
call protect_by_school('picture_hold_case');
