-- What was opened for a lesson is found among all permissions without reading each one's evidence.
create index permission_of_lesson on permission (school_id, granted_by, starts_at) where request_id is null and evidence->>'lesson' is not null;
