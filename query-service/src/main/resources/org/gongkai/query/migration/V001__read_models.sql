-- Read models of org.gongkai.query. All disposable: rebuilt from the log at any time.

-- How far each projection has come, org.gongkai.query.Checkpoints. Moves in the transaction of the rows.
create table checkpoints (
	projection text not null constraint one_checkpoint_per_projection primary key,
	position bigint not null
);

-- query.agency.AgencyProjection: every office as it is now.
create table agencies (
	stream_id text not null,
	code text not null primary key,
	name text not null,
	kind text not null,
	parent text,
	registered_on date not null,
	ledger_opened_on date,
	closed_on date
);

-- query.agency.AgencyProjection: name and parent from a day on, as known since a position.
create table agency_spans (
	stream_id text not null,
	code text not null,
	valid_from date not null,
	known_from bigint not null,
	name text not null,
	parent text,
	primary key (code, known_from)
);

-- query.calendar.CalendarProjection: the notices about working days.
create table calendar_notices (
	stream_id text not null,
	year integer not null,
	known_from bigint not null primary key,
	notice text not null
);

-- query.application.CaseRegister: the register as it is now.
create table case_register (
	stream_id text not null primary key,
	agency text not null,
	application_no text not null,
	applicant_kind text not null,
	channel text not null,
	applicant_name text,
	subject text,
	submitted_on date not null,
	received_on date not null,
	historical boolean not null,
	void boolean not null,
	outcome text,
	concluded_on date,
	reply_no text,
	delivered_on date,
	clock text not null,
	version bigint not null
);
create index on case_register (agency, received_on desc, application_no);

-- query.application.CaseFacts: what counts in the tables, with the positions between which it was known.
create table case_facts (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	applicant_kind text not null,
	received_on date not null,
	outcome text,
	concluded_on date,
	void boolean not null,
	primary key (stream_id, known_from)
);
create index on case_facts (agency, known_to);
