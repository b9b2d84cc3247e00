-- Scans that were sent in together. The files go when they are read; what stays is a closed picture of each page.
create table paper_pile (
  school_id uuid not null references school (id),
  id uuid primary key,
  made_by uuid not null,
  made_at timestamptz not null,
  state text not null check (state in ('reading', 'read')),
  -- the last sign of life of the work in the background, by the database's own clock
  beat_at timestamptz
);
create index paper_pile_made on paper_pile (school_id, made_at desc);
create index paper_pile_open on paper_pile (school_id) where state = 'reading';
call protect_by_school('paper_pile');

create table paper_pile_file (
  school_id uuid not null references school (id),
  id uuid primary key,
  pile_id uuid not null references paper_pile (id),
  n integer not null,
  name text not null,
  -- null until the file has been opened
  pages integer,
  done boolean not null default false,
  -- a sentence, when it could not be read
  trouble text
);
create index paper_pile_file_pile on paper_pile_file (pile_id, n);
call protect_by_school('paper_pile_file');

-- The file itself, in closed pieces, until it is read.
create table paper_pile_piece (
  school_id uuid not null references school (id),
  file_id uuid not null references paper_pile_file (id),
  n integer not null,
  closed bytea not null,
  primary key (file_id, n)
);
call protect_by_school('paper_pile_piece');

create table paper_page (
  school_id uuid not null references school (id),
  id uuid primary key,
  pile_id uuid not null references paper_pile (id),
  file_id uuid not null references paper_pile_file (id),
  n integer not null,
  state text not null check (state in ('clear', 'look', 'taken', 'said-no', 'given-back', 'aside')),
  reasons text[] not null,
  slip_id uuid references paper_slip (id),
  -- 1 for the page that is signed
  sheet integer not null default 1,
  -- what was read in each part
  read jsonb not null default '[]',
  -- the share that is dark, and how far the sheet misses its outline in millimetres
  dark real not null,
  off real,
  ink jsonb not null default '[]',
  -- SHA-256 of the picture
  picture_hash text not null,
  -- agreements or refusals that came of it
  made uuid[] not null default '{}',
  settled_by uuid,
  settled_at timestamptz,
  unique (file_id, n)
);
create index paper_page_pile on paper_page (school_id, pile_id, state);
create index paper_page_slip on paper_page (school_id, slip_id);
create index paper_page_made on paper_page using gin (made);
create index paper_page_open on paper_page (school_id, id) where state in ('look', 'clear');
call protect_by_school('paper_page');

-- The pictures of a page, closed with the key that no database holds. Erasing a person takes them away.
create table paper_picture (
  school_id uuid not null references school (id),
  page_id uuid primary key references paper_page (id),
  whole bytea not null,
  part bytea not null
);
call protect_by_school('paper_picture');
