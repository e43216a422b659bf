-- Orders of org.gongkai.query.Rebuilds: read models that are made anew beside those that are shown. Disposable: what is under way begins again.

create table rebuilds (
	projection text not null primary key,
	state text not null constraint a_rebuild_has_a_state
		check (state in ('running', 'paused', 'cancelling', 'done', 'cancelled', 'failed')),
	-- whether the new tables take their place by themselves
	swaps boolean not null,
	-- counts whoever takes the work: what an earlier one still writes is refused
	lease bigint not null default 0,
	node text,
	-- the streams are loaded as they were at this position of the log
	head bigint,
	-- the new tables have followed up to here; null before they are loaded
	position bigint,
	why text
);

-- How far each part of the streams is loaded, in the order of their ids.
create table rebuild_parts (
	projection text not null references rebuilds,
	part integer not null,
	stream_id text not null default '',
	events bigint not null default 0,
	rows bigint not null default 0,
	loaded boolean not null default false,
	primary key (projection, part)
);
