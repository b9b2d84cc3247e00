-- What the page that asks about columns shows of a table: its headings and first rows, read once where the file is read.
alter table person_import add column preview jsonb;
