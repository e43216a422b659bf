package org.gongkai.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.gongkai.access.Outbox;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogStore;
import org.gongkai.log.personal.PersonalKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes into the log what happened to accounts, each in its account's stream, within a second of it: also what happened
/// at a query-service, which may not write there.
final class AccessLedger {

	private static final Logger LOGGER = LoggerFactory.getLogger(AccessLedger.class);

	private static final String STREAM = "account:";

	private final ScheduledExecutorService worker = Executors
		.newSingleThreadScheduledExecutor((work) -> Thread.ofPlatform().name("access").daemon().unstarted(work));

	private final Outbox outbox;

	private final EventStorageEngine store;

	private final TransactionTemplate transaction;

	private final Runnable onRecorded;

	AccessLedger(Outbox outbox, DataSource append, PersonalKeys keys, EventMac mac, Clock clock, Runnable onRecorded) {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(append);
		this.outbox = outbox;
		this.store = LogStore.engine(append, new SpringTransactionManager(transactions), clock, keys, mac);
		this.transaction = new TransactionTemplate(transactions);
		this.onRecorded = onRecorded;
	}

	void start() {
		this.worker.scheduleWithFixedDelay(this::work, 0, 1, TimeUnit.SECONDS);
	}

	/// Writes down the rest, so that an office that is opened for one act leaves nothing
	/// behind.
	void stop() throws InterruptedException {
		this.worker.shutdown();
		this.worker.awaitTermination(30, TimeUnit.SECONDS);
		work();
	}

	private void work() {
		try {
			while (record()) {
				this.onRecorded.run();
			}
		}
		catch (RuntimeException ex) {
			// it stays where it is, and another node or the next turn writes it
			LOGGER.warn("what happened to accounts is not in the log yet: {}", ex.toString());
		}
	}

	private boolean record() {
		return Boolean.TRUE.equals(this.transaction.execute((_) -> {
			List<Outbox.Occurrence> taken = this.outbox.take();
			taken.forEach(this::append);
			return !taken.isEmpty();
		}));
	}

	private void append(Outbox.Occurrence occurrence) {
		String stream = STREAM + occurrence.event().account();
		long next = this.store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
		this.store.appendEvents(new GenericDomainEventMessage<>("account", stream, next, occurrence.event(),
				Map.copyOf(occurrence.metadata())));
	}

}
