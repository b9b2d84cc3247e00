-- Codes for the guest wifi: a pool that the network manager fills, each given once, after signing.
create table wifi_voucher (
  school_id uuid not null references school (id),
  id uuid primary key,
  network text not null,
  -- closed under a key that lies outside the database
  code_closed text not null,
  valid_days integer not null check (valid_days between 1 and 400),
  -- the code works no longer after this day, used or not
  last_day date,
  added_by uuid not null,
  added_at timestamptz not null,
  issued_to uuid,
  visit_id uuid references visit (id),
  issued_on date,
  issued_at timestamptz,
  ends_on date,
  withdrawn_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('agreement-withdrawn', 'visit-ended', 'left', 'by-hand', 'unused')),
  -- somebody said that the wifi itself no longer takes it
  switched_off_at timestamptz,
  switched_off_by uuid
);
create index wifi_voucher_free on wifi_voucher (school_id, added_at, id) where issued_at is null and withdrawn_at is null;
create index wifi_voucher_issued on wifi_voucher (school_id, issued_to);

call protect_by_school('wifi_voucher');
