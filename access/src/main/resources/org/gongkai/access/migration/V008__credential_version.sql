-- Read by org.gongkai.access.Accounts. Grows with every password, token, lock and revocation; a session of an earlier version is over.

alter table access.accounts add column credential_version bigint not null default 0;

grant update (credential_version) on access.accounts to gongkai_read;

-- A caller in memory is read again when the version changes.
create or replace trigger accounts_next_version
	after insert or delete or update of display_name, must_change, locked, credential_version on access.accounts
	for each statement execute function access.next_version();
