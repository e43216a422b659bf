package org.gongkai.acceptance.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.gongkai.acceptance.ledger.HandCount.Counted;
import org.gongkai.log.EventJson;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/// Clerks who record cases and conclude them, whatever breaks. A call that fails, or stays without an answer, is repeated
/// under its key until it is acknowledged, and is remembered then.
final class Load implements AutoCloseable {

	/// The last is for [#oneMore(int)] alone.
	static final List<String> AGENCIES = List.of("chaos-1", "chaos-2", "chaos-3", "chaos-4");

	private static final List<String> KINDS = List.of("natural_person", "business", "research", "social_welfare",
			"legal_service", "other_org");

	private static final List<String> OUTCOMES = List.of("granted", "partly_granted", "denied_1", "unavailable_1");

	private static final LocalDate FIRST_DAY = LocalDate.parse("2023-01-03");

	private static final Duration ANSWER = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration AGAIN = Duration.ofMillis(100);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Clerk> all;

	private final Fleet fleet;

	private final ConcurrentLinkedQueue<Entry> acknowledged = new ConcurrentLinkedQueue<>();

	private final AtomicInteger repeated = new AtomicInteger();

	private final List<Counted> more = new ArrayList<>();

	private final List<Future<?>> working = new ArrayList<>();

	private volatile boolean giving;

	/// What was acknowledged.
	///
	/// @param stream what it is about
	/// @param sequence of the entry there
	/// @param name of the event
	record Entry(String stream, long sequence, String name) {
	}

	/// Registers the agencies.
	/// @param seed of everything that is recorded
	Load(Fleet fleet, long seed) {
		this.fleet = fleet;
		this.all = List.of(new Clerk("a", seed), new Clerk("b", seed + 1), new Clerk("c", seed + 2));
		AGENCIES.forEach((code) -> acknowledge("register-agency", "register " + code, 0,
				Map.of("code", code, "name", "某镇人民政府", "kind", "township", "registeredOn", "2000-01-01")));
	}

	/// Begins to record.
	void begin() {
		this.giving = true;
		this.all.forEach((clerk) -> this.working.add(this.clerks.submit(clerk::work)));
	}

	/// Ends when everything that was begun is acknowledged.
	void end() {
		this.giving = false;
		try {
			for (Future<?> one : this.working) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new AssertionError("a clerk gave up", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			this.working.clear();
		}
	}

	/// Waits for further acknowledgements.
	void goesOn(int commands) {
		int wanted = this.acknowledged.size() + commands;
		await("commands are acknowledged").atMost(PATIENCE)
			.until(() -> this.acknowledged.size() >= wanted
					|| this.working.stream().anyMatch((one) -> one.state() == Future.State.FAILED));
	}

	/// Records one more case, with others at work or not.
	/// @return its id
	String oneMore(int number) {
		String id = acknowledge("receive-application", "one more " + number, number,
				Map.of("agency", AGENCIES.getLast(), "applicationNo", "one-more-" + number, "applicantKind",
						KINDS.getFirst(), "channel", "online", "submittedOn", FIRST_DAY, "receivedOn", FIRST_DAY));
		this.more.add(new Counted(id, AGENCIES.getLast(), KINDS.getFirst(), FIRST_DAY, null, null));
		return id;
	}

	/// Every entry that was acknowledged.
	List<Entry> acknowledged() {
		return List.copyOf(this.acknowledged);
	}

	/// How many calls had to be repeated.
	int repeated() {
		return this.repeated.get();
	}

	/// Every case as it must stand now.
	List<Counted> cases() {
		return Stream.concat(this.more.stream(), this.all.stream().flatMap((clerk) -> clerk.cases.values().stream()))
			.toList();
	}

	@Override
	public void close() {
		this.giving = false;
		this.clerks.shutdownNow();
		this.http.shutdownNow();
	}

	private String acknowledge(String command, String key, int first, Map<String, Object> fields) {
		String json = EventJson.mapper().writeValueAsString(fields);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (int attempt = first;; attempt++) {
			String failed;
			Node node = this.fleet.commands().get(attempt % this.fleet.commands().size());
			try {
				HttpResponse<String> answer = this.http
					.send(HttpRequest.newBuilder(URI.create(node.address() + "/api/commands/" + command))
						.timeout(ANSWER)
						.header("Authorization", "Bearer " + Fleet.TOKEN)
						.header("Gongkai-Actor", "load")
						.header("Content-Type", "application/json")
						.header("Idempotency-Key", key)
						.POST(BodyPublishers.ofString(json))
						.build(), BodyHandlers.ofString());
				if (answer.statusCode() == 200) {
					return remember(EventJson.mapper().readTree(answer.body()));
				}
				failed = node + " answered " + answer.statusCode() + " " + answer.body();
				if (answer.statusCode() < 500) {
					throw new AssertionError(key + ": " + failed);
				}
			}
			catch (IOException ex) {
				failed = node + ": " + ex;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError(key + " is not acknowledged: " + failed);
			}
			this.repeated.incrementAndGet();
			LockSupport.parkNanos(AGAIN.toNanos());
		}
	}

	private String remember(JsonNode receipt) {
		String stream = receipt.path("stream").asString();
		JsonNode events = receipt.path("events");
		long sequence = receipt.path("version").asLong() - events.size();
		for (JsonNode event : events) {
			this.acknowledged.add(new Entry(stream, ++sequence, event.asString()));
		}
		return stream;
	}

	/// One who does one thing after another.
	private final class Clerk {

		private final String name;

		private final Random chance;

		private final Map<String, Counted> cases = new HashMap<>();

		private final List<Counted> open = new ArrayList<>();

		Clerk(String name, long seed) {
			this.name = name;
			this.chance = new Random(seed);
		}

		void work() {
			while (Load.this.giving) {
				if (this.open.isEmpty() || this.chance.nextBoolean()) {
					receive();
				}
				else {
					conclude(this.open.remove(this.chance.nextInt(this.open.size())));
				}
				LockSupport.parkNanos(Duration.ofMillis(this.chance.nextInt(500)).toNanos());
			}
		}

		private void receive() {
			String agency = AGENCIES.get(this.chance.nextInt(AGENCIES.size() - 1));
			String number = this.name + "-" + this.cases.size();
			String kind = KINDS.get(this.chance.nextInt(KINDS.size()));
			LocalDate day = FIRST_DAY.plusDays(this.chance.nextInt(600));
			String id = acknowledge("receive-application", "receive " + number, this.chance.nextInt(2),
					Map.of("agency", agency, "applicationNo", number, "applicantKind", kind, "channel", "online",
							"submittedOn", day, "receivedOn", day, "personal",
							Map.of("name", "申请人" + number, "subject", "某项目")));
			this.open.add(keep(new Counted(id, agency, kind, day, null, null)));
		}

		private void conclude(Counted one) {
			LocalDate day = one.receivedOn().plusDays(this.chance.nextInt(20));
			boolean withdrawn = this.chance.nextInt(5) == 0;
			String outcome = withdrawn ? "other_3" : OUTCOMES.get(this.chance.nextInt(OUTCOMES.size()));
			String key = "conclude " + one.id();
			int first = this.chance.nextInt(2);
			if (withdrawn) {
				acknowledge("withdraw-application", key, first, Map.of("applicationId", one.id(), "withdrawnOn", day));
			}
			else {
				acknowledge("decide-application", key, first,
						Map.of("applicationId", one.id(), "outcome", outcome, "decidedOn", day));
			}
			keep(new Counted(one.id(), one.agency(), one.kind(), one.receivedOn(), outcome, day));
		}

		private Counted keep(Counted one) {
			this.cases.put(one.id(), one);
			return one;
		}

	}

}
