-- Read models of org.gongkai.query.review and what disputes add to others. All disposable: rebuilt from the log at any time.

-- query.application.CaseRegister: the answer that a decision on a dispute ordered; outcome and concluded_on stay the first answer's.
alter table case_register
	add column redecision_ordered_on date,
	add column redecided_as text,
	add column redecided_on date,
	add column redecision_no text,
	add column redelivered_on date;

-- query.agency.AgencyProjection: how an office's reports count disputes from a year on, as known since a position.
create table agency_dispute_counting (
	stream_id text not null,
	code text not null,
	from_year integer not null,
	known_from bigint not null,
	counting text not null,
	primary key (code, known_from)
);

-- query.review.DisputeRegister: every dispute as it is now.
create table dispute_register (
	stream_id text not null primary key,
	block text not null,
	agency text not null,
	dispute_no text not null,
	application_id text,
	review_id text,
	against text not null,
	organ text,
	party text,
	filed_on date not null,
	co_defendant boolean not null,
	void boolean not null,
	outcome text,
	form text,
	concluded_on date,
	withdrawn boolean not null,
	decision_no text,
	orders_redecision boolean not null,
	version bigint not null
);
create index on dispute_register (agency, filed_on desc, dispute_no);
create index on dispute_register (application_id);

-- query.review.DisputeFacts: what counts in table four, with the positions between which it was known.
create table dispute_facts (
	stream_id text not null,
	known_from bigint not null,
	known_to bigint not null,
	agency text not null,
	block text not null,
	filed_on date not null,
	outcome text,
	concluded_on date,
	counted boolean not null,
	primary key (stream_id, known_from)
);
create index on dispute_facts (agency, known_to);
