-- The school's own sign-in provider (OpenID Connect). The client secret is closed with a key that lies outside the database.
create table sign_in_provider (
  school_id uuid primary key references school (id),
  issuer text not null,
  client_id text not null,
  secret text not null,
  label text not null,
  trusts_mail boolean not null default false,
  asks_second_factor boolean not null default false,
  in_use boolean not null default false,
  set_at timestamptz not null
);

-- Sign-ins under way at the provider: each is answered once, by the browser that began it, within minutes.
create table sign_in_provider_try (
  school_id uuid not null references school (id),
  token_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  next_path text not null,
  expires_at timestamptz not null
);

call protect_by_school('sign_in_provider');
call protect_by_school('sign_in_provider_try');
