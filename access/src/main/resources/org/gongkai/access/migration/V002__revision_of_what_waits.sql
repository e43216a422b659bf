-- Read by org.gongkai.access.Outbox. The form in which an event waits, as a later version may be the one that writes it down.

alter table access.outbox add column revision integer not null default 1;
