-- Read and written by org.gongkai.access.SignInLimits: how many sign-ins failed of late, of a network address, of an account and
-- of both together. Disposable: without it the limits begin again. Names of accounts are kept as keyed digests, as what is typed
-- there is often a password. It replaces accounts.failures and accounts.barred_until, which only an earlier version reads.

create table access.sign_in_failures (
	counter text not null constraint one_counter_per_digest primary key,
	account text not null,
	failures integer not null default 0,
	counted_until timestamptz not null,
	barred_until timestamptz,
	known_until timestamptz,
	kept_until timestamptz not null
);

comment on column access.sign_in_failures.account is 'digest of the account, for what is cleared with it; empty for an address';
comment on column access.sign_in_failures.known_until is 'until when an earlier sign-in from there counts for the account';

create index sign_in_failures_by_account on access.sign_in_failures (account);
create index sign_in_failures_by_end on access.sign_in_failures (kept_until);

grant select, insert, update, delete on access.sign_in_failures to gongkai_append, gongkai_read;
