-- Replies already given, by the caller's key, so that a repeated call records nothing twice. Read by
-- org.gongkai.command.IdempotentReplies. Not disposable: without it a repeated call after a restart is a new call.

create table command.idempotent_replies (
	key text not null constraint one_reply_per_key primary key,
	request_hash text not null,
	reply text not null,
	given_at timestamptz not null
);

grant usage on schema command to gongkai_append;
grant select, insert on command.idempotent_replies to gongkai_append;
