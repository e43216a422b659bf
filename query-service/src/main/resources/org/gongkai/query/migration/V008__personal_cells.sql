-- Personal cells of read models of org.gongkai.query. Disposable: drop and replay.
-- applicant_name, subject, party and working_title hold texts that are sealed under the key of their stream; words holds
-- the marks by which org.gongkai.query.Words finds them. What stood there in clear goes.
truncate case_register, dispute_register, information, information_channels;

alter table case_register add column words integer[] not null, add column erased boolean not null;
create index on case_register using gin (words);

alter table dispute_register add column words integer[] not null, add column erased boolean not null;
create index on dispute_register using gin (words);

-- before it is published a piece has a working title, which may name people
alter table information add column working_title text, add column words integer[] not null;
create index on information using gin (words);

-- from the beginning again
update checkpoints set position = 0 where projection in ('case-register', 'dispute-register', 'information');
