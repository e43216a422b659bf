-- Read models of query.report.AnnualReports. Disposable: rebuilt from the log at any time.

-- Every report that was opened, as it is now.
create table annual_reports (
	stream_id text not null primary key,
	report_id text not null,
	agency text not null,
	year integer not null,
	with_subordinates boolean not null,
	opened_on date not null,
	stage text not null,
	edition integer not null,
	reason text,
	texts text not null,
	version bigint not null
);

-- Every edition that was published, as it was published. Never changes.
create table report_editions (
	stream_id text not null,
	edition integer not null,
	agency text not null,
	year integer not null,
	with_subordinates boolean not null,
	published_on date not null,
	position bigint not null,
	recorded_position bigint not null,
	correction text,
	content text not null,
	primary key (stream_id, edition)
);
create index on report_editions (agency, year);
