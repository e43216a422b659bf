-- Read model of org.gongkai.query.audit.HandledFindings. Disposable: drop and replay.

-- What inspectors and offices said about a finding. Whether it is one is computed when it is read.
create table handled_findings (
	stream_id text not null primary key,
	finding_id text not null,
	agency text not null,
	record text not null,
	state text not null,
	disputed boolean not null,
	result text,
	opened_on date not null,
	opened_position bigint not null,
	answered_on date,
	closed_on date,
	version bigint not null
);
