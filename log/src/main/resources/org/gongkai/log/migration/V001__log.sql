-- The log. Not disposable: everything else is computed from it. Read by org.gongkai.log alone.

create sequence log.event_index;

-- An index is drawn only by a transaction that has its id, so that whoever sees a hole can tell by transaction ids
-- whether the hole may still be filled.
create function log.next_event_index() returns bigint language plpgsql volatile as $$
begin
	perform pg_catalog.pg_current_xact_id();
	return pg_catalog.nextval('log.event_index');
end $$;

-- Payload and metadata are json and not jsonb: the text stays, to the byte, what was recorded.
create table log.events (
	event_index bigint not null default log.next_event_index() constraint one_event_per_index primary key,
	stream_type text not null,
	stream_id text not null,
	sequence bigint not null constraint sequence_counts_from_zero check (sequence >= 0),
	event_id uuid not null,
	name text not null,
	revision text not null,
	payload json not null,
	metadata json not null,
	recorded_at timestamptz not null,
	constraint one_event_per_place_in_its_stream unique (stream_id, sequence)
);

-- Its event exists by the trigger below and stays by events_stay, so no foreign key: that would lock, and so write, each
-- event row again.
create table log.positions (
	position bigint not null constraint one_event_per_position primary key constraint positions_count_from_one check (position >= 1),
	event_index bigint not null constraint one_position_per_event unique
);

-- Where a sequencer that takes over begins to look: every index up to here has its position or is proven never to come.
-- May lag behind, so that it is seldom written: old row versions of it cannot be cleared while a transaction stays open.
create table log.sequencer (
	one boolean not null default true constraint one_sequencer primary key check (one),
	low_water bigint not null
);

insert into log.sequencer (low_water) values (0);

create function log.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% of %.% is refused: what is recorded stays as it is', lower(tg_op), tg_table_schema, tg_table_name
		using errcode = 'insufficient_privilege';
end $$;

-- Whoever gives positions, a sequencer or a hand: they follow each other without a hole, and each has its event. A
-- position before the given ones counts only when it is committed, so that a rollback leaves no hole either.
-- The two settings hold the plan to index look-ups, also when it was first made for a small table.
create function log.refuse_holes() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
declare
	first_given bigint;
	last_given bigint;
	given_number bigint;
begin
	select min(position), max(position), count(*) into first_given, last_given, given_number from given;
	if given_number = 0 then
		return null;
	end if;
	if last_given - first_given + 1 <> given_number
		or first_given > 1 and not exists (select from log.positions where position = first_given - 1) then
		raise exception 'positions % to % are refused: they would leave a hole', first_given, last_given
			using errcode = 'integrity_constraint_violation', constraint = 'positions_leave_no_hole';
	end if;
	if exists (select from given where not exists (select from log.events e where e.event_index = given.event_index)) then
		raise exception 'positions % to % are refused: an event is missing', first_given, last_given
			using errcode = 'foreign_key_violation', constraint = 'every_position_has_its_event';
	end if;
	return null;
end $$;

create trigger events_stay before update or delete on log.events for each row execute function log.refuse_change();
create trigger events_are_not_emptied before truncate on log.events for each statement execute function log.refuse_change();
create trigger positions_stay before update or delete on log.positions for each row execute function log.refuse_change();
create trigger positions_are_not_emptied before truncate on log.positions for each statement execute function log.refuse_change();
create trigger positions_leave_no_hole after insert on log.positions referencing new table as given
	for each statement execute function log.refuse_holes();
alter table log.events enable always trigger events_stay;
alter table log.events enable always trigger events_are_not_emptied;
alter table log.positions enable always trigger positions_stay;
alter table log.positions enable always trigger positions_are_not_emptied;
alter table log.positions enable always trigger positions_leave_no_hole;

grant usage on schema log to gongkai_append, gongkai_read;
grant select on log.events, log.positions, log.sequencer to gongkai_append, gongkai_read;
-- not event_index: an index that was not drawn could lie where the sequencer looks no more
grant insert (stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, recorded_at) on log.events to gongkai_append;
grant insert on log.positions to gongkai_append;
grant update on log.sequencer to gongkai_append;
grant usage on sequence log.event_index to gongkai_append;
revoke all on function log.next_event_index() from public;
grant execute on function log.next_event_index() to gongkai_append;
