-- A number that every change of accounts, grants and tokens increases in its own transaction. A node keeps callers in memory for as
-- long as the number is unchanged. Read by org.gongkai.access.CallerCache.

create table access.version (
	one boolean not null default true constraint one_version primary key check (one),
	version bigint not null
);

insert into access.version (version) values (1);

-- The definer may write the table; the roles of the services may only read it.
create function access.next_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
	update access.version set version = version + 1;
	return null;
end $$;

-- Counting a failed sign-in changes nothing that a caller may do.
create trigger accounts_next_version after insert or delete or update of display_name, must_change, locked on access.accounts
	for each statement execute function access.next_version();
create trigger grants_next_version after insert or update or delete on access.grants
	for each statement execute function access.next_version();
create trigger tokens_next_version after insert or update or delete on access.tokens
	for each statement execute function access.next_version();

grant select on access.version to gongkai_append, gongkai_read;
