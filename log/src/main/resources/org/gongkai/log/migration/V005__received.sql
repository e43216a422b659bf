-- A received log (docs/received.md): what a query-service has taken from the topics of other logs. Not disposable where a topic
-- keeps its records for a time only. Empty in the database of a log of its own. Written by org.gongkai.log.received alone.

-- One row a source, by its log's origin; everything up to the position was taken, the last record with this chain hash. What was
-- seen on the topic, and why nothing more is taken, is told by the node that receives and shown by all.
create table log.sources (
	source text not null constraint one_row_per_source primary key,
	position bigint not null default 0 constraint source_positions_count_from_one check (position >= 0),
	chain bytea not null default decode(repeat('00', 32), 'hex') constraint whole_source_chain check (length(chain) = 32),
	seen bigint not null default 0,
	fault text,
	detail text,
	constraint a_fault_has_its_detail check ((fault is null) = (detail is null))
);

-- Every record that was taken. Without a position here it was set aside: another source speaks of that, or said it before.
-- The chain hash ties it, and what is kept of it, to all that was taken from the source before (SourceChain).
create table log.received (
	source text not null constraint received_from_a_source references log.sources,
	source_position bigint not null,
	leaf bytea not null constraint whole_leaf check (length(leaf) = 32),
	position bigint,
	chain bytea not null constraint whole_chain check (length(chain) = 32),
	constraint one_record_per_source_position primary key (source, source_position)
);

create index received_positions on log.received (source, position) where position is not null;

-- Where to read on, and what the next record of the partition is chained to. Moves in the transaction of what was taken.
create table log.source_partitions (
	source text not null references log.sources,
	partition integer not null,
	topic_id text not null,
	next_offset bigint not null,
	position bigint not null,
	chain text not null,
	constraint one_place_per_partition primary key (source, partition)
);

-- Which source the records of an agency, or the calendar of a year, come from.
create table log.speakers (
	subject text not null constraint one_speaker_per_subject primary key,
	source text not null references log.sources
);

-- Whoever writes: what is taken from a source follows without a hole.
create function log.refuse_received_hole() returns trigger language plpgsql as $$
begin
	if new.source_position > 1 and not exists (
		select from log.received where source = new.source and source_position = new.source_position - 1) then
		raise exception 'position % of % is refused: it would leave a hole', new.source_position, new.source
			using errcode = 'integrity_constraint_violation', constraint = 'received_leaves_no_hole';
	end if;
	return new;
end $$;

create trigger received_leaves_no_hole before insert on log.received for each row execute function log.refuse_received_hole();
alter table log.received enable always trigger received_leaves_no_hole;

do $$
declare
	kept text;
begin
	foreach kept in array array['received', 'speakers'] loop
		execute format('create trigger %1$s_stay before update or delete on log.%1$I for each row execute function log.refuse_change()', kept);
		execute format('create trigger %1$s_are_not_emptied before truncate on log.%1$I for each statement execute function log.refuse_change()', kept);
		execute format('alter table log.%1$I enable always trigger %1$s_stay', kept);
		execute format('alter table log.%1$I enable always trigger %1$s_are_not_emptied', kept);
		execute format('grant select, insert on log.%I to gongkai_append', kept);
	end loop;
end $$;

grant select, insert, update on log.sources, log.source_partitions to gongkai_append;
grant select on log.sources, log.received, log.source_partitions, log.speakers to gongkai_read;
