-- By which settings the node receives that does (docs/received.md), so that a node with others can tell. No password stands in them.

create table log.receiving (
	single boolean not null default true constraint one_node_receives primary key check (single),
	settings text not null
);

grant select, insert, update on log.receiving to gongkai_append;
grant select on log.receiving to gongkai_read;
