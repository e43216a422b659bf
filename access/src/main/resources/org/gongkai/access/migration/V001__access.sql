-- Accounts, what they may do, and who saw whom. Not disposable. Read by org.gongkai.access alone. What changes here is also
-- an event in the log, but for the passwords.

create table access.accounts (
	account text not null constraint one_account_per_name primary key,
	display_name text not null,
	machine boolean not null,
	password_hash text,
	must_change boolean not null default false,
	failures integer not null default 0,
	barred_until timestamptz,
	locked boolean not null default false,
	opened_on date not null
);

-- No agency: the whole house.
create table access.grants (
	account text not null references access.accounts,
	role text not null,
	agency text,
	with_subordinates boolean not null,
	valid_from date not null,
	valid_until date,
	constraint one_grant_per_role_and_agency unique nulls not distinct (account, role, agency)
);

-- Tokens are long and random, so a plain hash does.
create table access.tokens (
	account text not null constraint one_token_per_account primary key references access.accounts,
	token_hash text not null constraint one_account_per_token unique
);

-- By which the two services know each other.
create table access.service (
	one boolean not null default true constraint one_service_token primary key check (one),
	token text not null
);

insert into access.service (token)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- What is still to be written into the log.
create table access.outbox (
	occurrence bigint generated always as identity primary key,
	name text not null,
	payload json not null,
	metadata json not null
);

-- 谁看过: who saw personal data of which records. No account: the owner of the data folder.
create table access.sightings (
	sighting bigint generated always as identity primary key,
	seen_at timestamptz not null,
	account text,
	actor text not null,
	address text not null,
	place text not null,
	records text[] not null
);

create index sightings_by_record on access.sightings using gin (records);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% of %.% is refused: what was seen stays seen', lower(tg_op), tg_table_schema, tg_table_name
		using errcode = 'insufficient_privilege';
end $$;

create trigger sightings_stay before update or delete on access.sightings for each row execute function access.refuse_change();
create trigger sightings_are_not_emptied before truncate on access.sightings for each statement execute function access.refuse_change();
alter table access.sightings enable always trigger sightings_stay;
alter table access.sightings enable always trigger sightings_are_not_emptied;

-- As Spring Session has them.
create table access.sessions (
	primary_id char(36) not null constraint one_session_per_id primary key,
	session_id char(36) not null,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100)
);

create unique index sessions_by_cookie on access.sessions (session_id);
create index sessions_by_expiry on access.sessions (expiry_time);
create index sessions_by_account on access.sessions (principal_name);

create table access.sessions_attributes (
	session_primary_id char(36) not null references access.sessions (primary_id) on delete cascade,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	constraint one_attribute_per_name primary key (session_primary_id, attribute_name)
);

grant usage on schema access to gongkai_append, gongkai_read;
grant select, insert, update on access.accounts to gongkai_append;
grant select, update (password_hash, must_change, failures, barred_until) on access.accounts to gongkai_read;
grant select on access.service to gongkai_append, gongkai_read;
grant select, insert, update, delete on access.grants, access.tokens to gongkai_append;
grant select on access.grants, access.tokens to gongkai_read;
grant select, insert on access.sightings to gongkai_append, gongkai_read;
grant insert on access.outbox to gongkai_read;
grant select, insert, delete on access.outbox to gongkai_append;
grant select, insert, update, delete on access.sessions, access.sessions_attributes to gongkai_append, gongkai_read;
