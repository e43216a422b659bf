-- Read models of org.gongkai.query.agency.AgencyProjection. Disposable: drop and replay.
-- One table had both, so that a name written down late carried the parent of another day with it.
drop table agency_spans;

-- The name of an office from a day on, as known since a position.
create table agency_names (
	stream_id text not null,
	code text not null,
	valid_from date not null,
	known_from bigint not null,
	name text not null,
	primary key (code, known_from)
);

-- Who is responsible for an office from a day on, as known since a position; nobody at the top.
create table agency_parents (
	stream_id text not null,
	code text not null,
	valid_from date not null,
	known_from bigint not null,
	parent text,
	primary key (code, known_from)
);

-- from the beginning again
update checkpoints set position = 0 where projection = 'agencies';
