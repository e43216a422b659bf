-- The log. Not disposable: everything else is computed from it. Read by org.gongkai.log alone.

create sequence log.event_index;

-- An index is drawn only by a transaction that has its id, so that whoever sees a hole can tell by transaction ids
-- whether the hole may still be filled.
create function log.next_event_index() returns bigint language plpgsql volatile as $$
begin
	perform pg_current_xact_id();
	return nextval('log.event_index');
end $$;

create table log.events (
	event_index bigint not null default log.next_event_index() constraint one_event_per_index primary key,
	stream_type text not null,
	stream_id text not null,
	sequence bigint not null constraint sequence_counts_from_zero check (sequence >= 0),
	event_id uuid not null constraint one_event_per_id unique,
	name text not null,
	revision text not null,
	payload json not null,
	metadata json not null,
	recorded_at timestamptz not null,
	constraint one_event_per_place_in_its_stream unique (stream_id, sequence)
);

create table log.positions (
	position bigint not null constraint one_event_per_position primary key constraint positions_count_from_one check (position >= 1),
	event_index bigint not null constraint one_position_per_event unique references log.events
);

-- Where the sequencer stands: below low_water every index has its position or is proven never to come.
create table log.sequencer (
	one boolean not null default true constraint one_sequencer primary key check (one),
	head bigint not null,
	low_water bigint not null
);

insert into log.sequencer (head, low_water) values (0, 0);

create function log.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% of %.% is refused: what is recorded stays as it is', lower(tg_op), tg_table_schema, tg_table_name
		using errcode = 'insufficient_privilege';
end $$;

create trigger events_stay before update or delete on log.events for each row execute function log.refuse_change();
create trigger events_are_not_emptied before truncate on log.events for each statement execute function log.refuse_change();
create trigger positions_stay before update or delete on log.positions for each row execute function log.refuse_change();
create trigger positions_are_not_emptied before truncate on log.positions for each statement execute function log.refuse_change();
alter table log.events enable always trigger events_stay;
alter table log.events enable always trigger events_are_not_emptied;
alter table log.positions enable always trigger positions_stay;
alter table log.positions enable always trigger positions_are_not_emptied;

grant usage on schema log to gongkai_append, gongkai_read;
grant select, insert on log.events, log.positions to gongkai_append;
grant select, update on log.sequencer to gongkai_append;
grant usage on sequence log.event_index to gongkai_append;
grant select on log.events, log.positions, log.sequencer to gongkai_read;
revoke all on function log.next_event_index() from public;
grant execute on function log.next_event_index() to gongkai_append;
