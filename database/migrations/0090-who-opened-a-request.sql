-- Who of those that decide has opened a request. Whoever comes into the office later has not, and each of two offices opens it for itself.
alter table permission_request add column opened_by uuid[] not null default '{}';
