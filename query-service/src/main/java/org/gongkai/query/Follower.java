package org.gongkai.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.LogReader;
import org.gongkai.log.PositionSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The live engine: follows the log and keeps every projection up to date, a batch in a transaction. What was done is
/// told by the checkpoints alone, so that nodes may follow side by side: whoever comes second skips.
final class Follower {

	private static final int BATCH = 1_000;

	private static final String BATCH_KEY = Follower.class.getName();

	private final LogReader log;

	private final List<Projection> projections;

	private final JdbcTemplate sql;

	private final Writer writer;

	private final Checkpoints checkpoints;

	private final ScheduledExecutorService coordinator = Executors
		.newSingleThreadScheduledExecutor((task) -> Thread.ofPlatform().daemon().name("follower").unstarted(task));

	private final ScheduledExecutorService worker = Executors
		.newSingleThreadScheduledExecutor((task) -> Thread.ofPlatform().daemon().name("projections").unstarted(task));

	private final PooledStreamingEventProcessor processor;

	Follower(PositionSource source, LogReader log, List<Projection> projections, JdbcTemplate sql, Writer writer,
			Checkpoints checkpoints, TransactionManager transactions) {
		this.log = log;
		this.projections = projections;
		this.sql = sql;
		this.writer = writer;
		this.checkpoints = checkpoints;
		this.processor = PooledStreamingEventProcessor.builder()
			.name("projections")
			.eventHandlerInvoker(new Gather())
			.messageSource(source)
			// the checkpoints are the truth; a token would be a second one
			.tokenStore(new InMemoryTokenStore())
			.initialToken((_) -> new GlobalSequenceTrackingToken(leastAdvanced()))
			.initialSegmentCount(1)
			.batchSize(BATCH)
			.transactionManager(transactions)
			.errorHandler(PropagatingErrorHandler.instance())
			.coordinatorExecutor(this.coordinator)
			.workerExecutor(this.worker)
			.build();
	}

	void start() {
		this.projections.forEach((projection) -> this.checkpoints.create(projection.name()));
		this.processor.start();
	}

	void stop() {
		this.processor.shutDown();
		this.coordinator.shutdownNow();
		this.worker.shutdownNow();
	}

	/// Applies a stretch of the log to every projection, within the present transaction.
	void apply(List<Recorded<Event>> batch) {
		for (Projection projection : this.projections) {
			long done = this.checkpoints.lock(projection.name());
			List<Recorded<Event>> news = batch.stream().filter((event) -> event.position() > done).toList();
			if (news.isEmpty()) {
				continue;
			}
			if (news.getFirst().position() != done + 1) {
				throw new IllegalStateException(projection.name() + " stands at " + done + " and is given "
						+ news.getFirst().position() + " next");
			}
			long last = news.getLast().position();
			Set<String> touched = new LinkedHashSet<>();
			news.stream()
				.filter((event) -> projection.concerns(event.event()))
				.forEach((event) -> touched.add(event.streamId()));
			if (!touched.isEmpty()) {
				LogReader reader = projection.showsPersonal() ? this.log : this.log.impersonal();
				Map<String, List<Recorded<Event>>> streams = reader.streams(touched, last);
				this.writer.replace(this.sql, projection, "", touched,
						streams.values().stream().map(projection::rows).toList());
			}
			this.checkpoints.move(projection.name(), last);
		}
	}

	private long leastAdvanced() {
		Map<String, Long> all = this.checkpoints.all();
		return this.projections.stream()
			.mapToLong((projection) -> all.getOrDefault(projection.name(), 0L))
			.min()
			.orElse(0);
	}

	/// Gathers a batch of the processor and applies it before its transaction commits.
	private final class Gather implements EventHandlerInvoker {

		@Override
		public boolean canHandle(EventMessage<?> message, Segment segment) {
			return true;
		}

		@Override
		@SuppressWarnings("unchecked")
		public void handle(EventMessage<?> message, Segment segment) {
			UnitOfWork<?> unit = CurrentUnitOfWork.get();
			List<Recorded<Event>> batch = unit.getOrComputeResource(BATCH_KEY, (_) -> {
				List<Recorded<Event>> gathered = new ArrayList<>();
				unit.onPrepareCommit((_) -> apply(gathered));
				return gathered;
			});
			batch.add((Recorded<Event>) message.getPayload());
		}

		@Override
		public boolean canHandleType(Class<?> payloadType) {
			return true;
		}

	}

}
