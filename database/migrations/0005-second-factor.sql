-- Whether a second factor was shown when a session began, or since: a passkey, or the provider's word for it.
alter table sign_in_session add column second_factor boolean not null default false;
