package org.gongkai.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

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

	private final ScheduledExecutorService coordinator = new ShortWaits(Duration.ofSeconds(5),
			(task) -> Thread.ofPlatform().daemon().name("follower").unstarted(task));

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
		long last = batch.getLast().position();
		Map<Projection, Set<String>> touched = new LinkedHashMap<>();
		for (Projection projection : this.projections) {
			long done = this.checkpoints.lock(projection.name());
			if (done < last) {
				touched.put(projection, touched(projection, batch, done));
			}
		}
		Map<String, List<Recorded<Event>>> impersonal = impersonal(union(touched, false), batch);
		Map<String, List<Recorded<Event>>> personal = read(this.log, union(touched, true), last);
		touched.forEach((projection, ids) -> {
			if (!ids.isEmpty()) {
				Map<String, List<Recorded<Event>>> streams = projection.showsPersonal() ? personal : impersonal;
				this.writer.replace(this.sql, projection, "", ids,
						ids.stream()
							.map((id) -> projection.rows(Objects.requireNonNull(streams.get(id), id)))
							.toList());
			}
			this.checkpoints.move(projection.name(), last);
		});
	}

	/// The streams of which a projection has something new to show.
	private static Set<String> touched(Projection projection, List<Recorded<Event>> batch, long done) {
		List<Recorded<Event>> news = batch.stream().filter((event) -> event.position() > done).toList();
		if (news.getFirst().position() != done + 1) {
			throw new IllegalStateException(
					projection.name() + " stands at " + done + " and is given " + news.getFirst().position() + " next");
		}
		return news.stream()
			.filter((event) -> projection.concerns(event.event()))
			.map(Recorded::streamId)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Set<String> union(Map<Projection, Set<String>> touched, boolean personal) {
		Set<String> all = new LinkedHashSet<>();
		touched.forEach((projection, streams) -> {
			if (projection.showsPersonal() == personal) {
				all.addAll(streams);
			}
		});
		return all;
	}

	/// Streams without what is personal, each read once for all projections; those that
	/// begin
	/// in the batch are whole there, because the batch has no hole.
	private Map<String, List<Recorded<Event>>> impersonal(Set<String> streams, List<Recorded<Event>> batch) {
		Map<String, List<Recorded<Event>>> whole = new HashMap<>();
		batch.forEach((event) -> {
			if (event.sequence() == 0 && streams.contains(event.streamId())) {
				whole.put(event.streamId(), new ArrayList<>());
			}
			List<Recorded<Event>> begun = whole.get(event.streamId());
			if (begun != null) {
				begun.add(event);
			}
		});
		Set<String> rest = new LinkedHashSet<>(streams);
		rest.removeAll(whole.keySet());
		whole.putAll(read(this.log.impersonal(), rest, batch.getLast().position()));
		return whole;
	}

	private static Map<String, List<Recorded<Event>>> read(LogReader reader, Set<String> streams, long last) {
		return streams.isEmpty() ? Map.of() : reader.streams(streams, last);
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
