-- A key belongs to the account that sent it. Read by org.gongkai.command.IdempotentReplies.
-- `account` is empty for the operator, and null in rows of earlier builds, which did not store it: such a row is
-- compared with calls of every account. `context_hash` is of what a call says beside its command and body; null in such rows.
-- An earlier build that still runs beside this one writes rows without both.

alter table command.idempotent_replies add column account text, add column context_hash text;
alter table command.idempotent_replies drop constraint one_reply_per_key;
alter table command.idempotent_replies
	add constraint one_reply_per_account_and_key unique nulls not distinct (key, account);

-- Replies are deleted after their retention.
create index idempotent_replies_by_age on command.idempotent_replies (given_at);
grant delete, update (given_at) on command.idempotent_replies to gongkai_append;
