-- What a parent allows may be said by telephone: the office enters it with the signature it was said with, and that names who heard it.
alter table parent_permission drop constraint parent_permission_channel_check;
alter table parent_permission add constraint parent_permission_channel_check check (channel in ('screen', 'paper', 'phone'));
