-- The proof of the log (docs/proof.md). Not disposable: what was signed cannot be made again. Written by
-- org.gongkai.log.Sequencer alone, read by org.gongkai.log and org.gongkai.log.verify.

-- What the log is called and hashed by, for its whole life.
create table log.identity (
	one boolean not null default true constraint one_identity primary key check (one),
	origin text not null,
	hash text not null constraint known_hash check (hash in ('sha-256', 'sm3'))
);

-- The leaf hashes of the positions from first on, 32 bytes each; at most 256 a row, within one subtree of level 8. One row
-- for many leaves: a row and an index entry for each would cost as much as its position again.
create table log.leaves (
	first bigint not null constraint one_row_per_first_position primary key constraint leaves_count_from_one check (first >= 1),
	hashes bytea not null constraint whole_hashes check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0)
);

-- hashes cannot be compressed
alter table log.leaves alter column hashes set storage external;

-- The hashes of complete subtrees of 2^level leaves, counted from 0; those between are computed.
create table log.tree (
	level smallint not null constraint every_eighth_level check (level > 0 and level % 8 = 0),
	number bigint not null check (number >= 0),
	hash bytea not null check (length(hash) = 32),
	constraint one_hash_per_subtree primary key (level, number)
);

create table log.checkpoints (
	size bigint not null constraint one_checkpoint_per_size primary key check (size >= 1),
	root bytea not null check (length(root) = 32),
	note text not null,
	-- the verifier key as the log tells it; whoever verifies takes it from elsewhere
	key text not null,
	signed_at timestamptz not null default now()
);

create table log.cosignatures (
	size bigint not null constraint cosigned_checkpoint references log.checkpoints,
	witness text not null,
	line text not null,
	received_at timestamptz not null default now(),
	constraint one_cosignature_per_witness primary key (size, witness)
);

do $$
declare
	kept text;
begin
	foreach kept in array array['identity', 'leaves', 'tree', 'checkpoints', 'cosignatures'] loop
		execute format('create trigger %1$s_stay before update or delete on log.%1$I for each row execute function log.refuse_change()', kept);
		execute format('create trigger %1$s_are_not_emptied before truncate on log.%1$I for each statement execute function log.refuse_change()', kept);
		execute format('alter table log.%1$I enable always trigger %1$s_stay', kept);
		execute format('alter table log.%1$I enable always trigger %1$s_are_not_emptied', kept);
		execute format('grant select on log.%I to gongkai_append, gongkai_read', kept);
		execute format('grant insert on log.%I to gongkai_append', kept);
	end loop;
end $$;
