-- A word about a recording that somebody said otherwise than on their own page, because they have none: how, and who put it down.
alter table recording_word add column how text not null default 'here' check (how in ('here', 'aloud', 'telephone', 'paper'));
alter table recording_word add column noted_by uuid;
alter table recording_word add check (how <> 'here' or noted_by is null);
