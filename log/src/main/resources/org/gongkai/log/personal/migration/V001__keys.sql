-- The keys of personal data, in a database of their own. Not disposable: what is sealed under a lost key is lost.
-- Read by org.gongkai.log.personal.PersonalKeys alone.

-- A key for each stream that holds personal data, wrapped by the master key that stands outside of every database.
-- A destroyed key leaves its row, so that nobody makes another one for the stream.
create table keys.personal_keys (
	stream_id text not null constraint one_key_per_stream primary key,
	key_id uuid not null constraint one_stream_per_key unique,
	cipher text not null,
	master text,
	wrapped bytea,
	destroyed_at timestamptz,
	constraint a_key_is_there_or_destroyed check (num_nulls(master, wrapped) = case when destroyed_at is null then 0 else 2 end)
);

-- Where a rotation goes on.
create index keys_by_master on keys.personal_keys (master) where wrapped is not null;

-- Keys that belong to no stream: `index` for looking words up, `office` for cells of streams without a key.
create table keys.office_keys (
	name text not null constraint one_key_per_name primary key,
	cipher text not null,
	master text not null,
	wrapped bytea not null
);

grant select on keys.personal_keys, keys.office_keys to gongkai_key_reader;
