-- Read model of org.gongkai.query.application.CasePlaces. Disposable: drop and replay.

-- Whose a case is from a day on, with the positions between which it was known.
create table case_places (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	step integer not null,
	from_on date not null,
	agency text not null,
	primary key (stream_id, known_from, step)
);
