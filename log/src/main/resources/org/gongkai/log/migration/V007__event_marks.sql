-- Who wrote an event, and which checkpoints there are (docs/decisions/0046-marked-events-and-chained-checkpoints.md). Not disposable. Written
-- by org.gongkai.log alone, read by org.gongkai.log and org.gongkai.log.verify.

-- A code over all that is stored of the event, under a key that no database holds: whoever can write here and has no key cannot
-- add an event. Empty for an event that was received from another log, whose chain proves it. Earlier events have none; what an
-- earlier build appends is refused, so that nothing is acknowledged that would get no position.
alter table log.events add column mac bytea;
alter table log.events add constraint every_event_is_marked check (mac is not null and length(mac) in (0, 32)) not valid;
grant insert (mac) on log.events to gongkai_append;

-- Events without a valid mark, which the sequencer passed over. They have no position, and nobody waits for one.
create table log.held (
	event_index bigint not null constraint held_once primary key,
	detail text not null,
	found_at timestamptz not null default now()
);

create trigger held_stay before update or delete on log.held for each row execute function log.refuse_change();
create trigger held_are_not_emptied before truncate on log.held for each statement execute function log.refuse_change();
alter table log.held enable always trigger held_stay;
alter table log.held enable always trigger held_are_not_emptied;
grant select, insert on log.held to gongkai_append;
grant select on log.held to gongkai_read;

-- A checkpoint's place among all of them, and the signed text that ties it to the one before. Earlier ones have none; an earlier
-- build can sign no more.
alter table log.checkpoints add column ordinal bigint constraint one_checkpoint_per_ordinal unique;
alter table log.checkpoints add column link text;
alter table log.checkpoints add constraint every_checkpoint_is_linked check (ordinal is not null and link is not null) not valid;
