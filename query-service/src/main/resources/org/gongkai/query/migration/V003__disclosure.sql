-- Read models of org.gongkai.query for proactive disclosure. All disposable: rebuilt from the log at any time.
-- A row holds what was known of a record from one position of the log to before another.

-- query.disclosure.InformationProjection: pieces of information; due dates are computed when they are read.
create table information (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	information_no text not null,
	title text,
	category text not null,
	made_on date not null,
	other_due_on date,
	reviewed_on date,
	result text,
	ground text,
	first_published_on date,
	withdrawn_on date,
	void boolean not null,
	primary key (stream_id, known_from)
);
create index on information (agency, known_to);

-- query.disclosure.InformationProjection: where each piece came out.
create table information_channels (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	channel text not null,
	published_on date not null,
	primary key (stream_id, known_from)
);
create index on information_channels (agency, known_to);

-- query.disclosure.DocumentProjection: rules and normative documents.
create table documents (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	kind text not null,
	document_no text not null,
	title text not null,
	made_on date not null,
	opening boolean not null,
	amended_on date,
	repealed_on date,
	way text,
	void boolean not null,
	primary key (stream_id, known_from)
);
create index on documents (agency, known_to);

-- query.disclosure.TallyProjection: dated numbers.
create table tallies (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	tally_no text not null,
	item text not null,
	from_on date not null,
	to_on date not null,
	counted bigint,
	amount_wan_yuan numeric,
	reference text,
	void boolean not null,
	primary key (stream_id, known_from)
);
create index on tallies (agency, item, from_on);

-- query.application.CaseSections: what of a case the texts of sections one and six count.
create table case_sections (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	channel text not null,
	received_on date not null,
	fee_yuan numeric,
	fee_paid_on date,
	void boolean not null,
	primary key (stream_id, known_from)
);
create index on case_sections (agency, known_to);
