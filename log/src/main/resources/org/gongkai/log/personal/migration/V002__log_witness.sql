-- What is remembered of the log outside of its own database. Read and written by org.gongkai.log.LogWitness alone, read by
-- org.gongkai.log.verify. Not disposable: without it nobody sees that the newest checkpoint is gone.

-- The newest checkpoint with its link, signed by the log; null before the first linked one.
create table keys.log_heads (
	origin text not null constraint one_head_per_log primary key,
	ordinal bigint not null,
	note text,
	link text,
	constraint a_head_has_both check ((note is null) = (link is null))
);

-- Up to which index events without a mark are of an earlier build, under a mark of its own.
create table keys.unmarked_events (
	origin text not null constraint one_boundary_per_log primary key,
	up_to bigint not null,
	mac bytea not null constraint whole_mark check (length(mac) = 32)
);

grant select on keys.log_heads, keys.unmarked_events to gongkai_key_reader;
