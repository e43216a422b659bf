-- How far the log was sent to each topic. Read by org.gongkai.command.integration.stream. Disposable while the topics keep
-- their records: what is missing here is read from the end of the topic.

create table command.relayed (
	topic text not null,
	partition integer not null check (partition >= 0),
	position bigint not null check (position >= 1),
	chain text not null constraint chain_is_a_hash check (chain ~ '^[0-9a-f]{64}$'),
	record_offset bigint not null check (record_offset >= 0),
	constraint one_end_per_partition primary key (topic, partition)
);

grant select, insert, update on command.relayed to gongkai_append;
