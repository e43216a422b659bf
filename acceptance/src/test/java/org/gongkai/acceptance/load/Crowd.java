package org.gongkai.acceptance.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Readers and writers of one office, all at one network address: people with sessions, programs that share one token, and programs with a
/// token each. Each asks again as soon as it is answered and has paused.
final class Crowd implements AutoCloseable {

	static final int YEAR = 2024;

	private static final List<String> AGENCIES = List.of("load-1", "load-2", "load-3", "load-4");

	private static final String PASSWORD = "correct horse battery";

	private static final int CASES_BEFORE = 25;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Supplier<URI> server;

	private final Calls owner;

	private final List<Calls> people = new CopyOnWriteArrayList<>();

	private final List<Calls> programs = new CopyOnWriteArrayList<>();

	private final List<Calls> writers = new CopyOnWriteArrayList<>();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

	private final AtomicInteger numbers = new AtomicInteger();

	private volatile boolean working;

	/// What a client was answered.
	///
	/// @param kind `page`, `call` or `command`
	/// @param status HTTP status; 0 for none within the limit
	/// @param path without its query
	record Answer(String kind, String path, int status, Duration took) {
	}

	/// Who reads and who writes.
	///
	/// @param people readers with sessions
	/// @param sharing programs that read with one token
	/// @param programs that read with a token each
	/// @param writers programs that give commands
	record Size(int people, int sharing, int programs, int writers) {
	}

	/// Registers agencies and accounts, signs in the people and records the first cases.
	Crowd(Supplier<URI> server, String operatorToken, Size size) {
		this.server = server;
		this.owner = new Calls(this.http, server, operatorToken);
		AGENCIES.forEach((code) -> this.owner.postJson("/api/commands/register-agency",
				Map.of("code", code, "name", "某镇人民政府", "kind", "township", "registeredOn", "2000-01-01")));
		inParallel(size.people(), (number) -> this.people.add(person(number)));
		Calls shared = program("shared", "inspector");
		IntStream.range(0, size.sharing()).forEach((_) -> this.programs.add(shared));
		inParallel(size.programs(), (number) -> this.programs.add(program("reader-" + number, "inspector")));
		inParallel(size.writers(), (number) -> this.writers.add(program("writer-" + number, "clerk")));
		inParallel(CASES_BEFORE, (_) -> write(this.writers.getFirst()));
	}

	/// Lets everybody work for a while.
	/// @param pause of a reader between an answer and the next question, at most
	void work(Duration howLong, Duration pause, long seed) {
		this.working = true;
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < this.people.size(); i++) {
			all.add(start(this.people.get(i), this::readPage, pause, seed + i));
		}
		for (int i = 0; i < this.programs.size(); i++) {
			all.add(start(this.programs.get(i), this::call, pause, seed + 1_000 + i));
		}
		for (int i = 0; i < this.writers.size(); i++) {
			all.add(start(this.writers.get(i), (client, _) -> write(client), Duration.ZERO, seed + 2_000 + i));
		}
		LockSupport.parkNanos(howLong.toNanos());
		end(all);
	}

	/// Lets only the writers work until their end is asked for.
	Writing startWriting() {
		this.working = true;
		List<Future<?>> all = new ArrayList<>();
		this.writers.forEach((client) -> all.add(start(client, (one, _) -> write(one), Duration.ZERO, 0)));
		return new Writing(all);
	}

	/// Writers at work.
	final class Writing {

		private final List<Future<?>> all;

		private Writing(List<Future<?>> all) {
			this.all = all;
		}

		void end() {
			Crowd.this.end(this.all);
		}

	}

	List<Answer> answers() {
		return List.copyOf(this.answers);
	}

	/// Ids of the cases whose receipt was acknowledged.
	List<String> acknowledged() {
		return List.copyOf(this.acknowledged);
	}

	/// The acknowledged cases that the server does not show.
	List<String> missing() {
		this.owner.getJson("/api/status?fresh=true");
		Queue<String> missing = new ConcurrentLinkedQueue<>();
		List<String> all = acknowledged();
		inParallel(all.size(), (number) -> {
			String id = all.get(number);
			try {
				HttpResponse<String> answer = this.owner.get("/api/application?id=" + Calls.encode(id));
				if (answer.statusCode() != 200) {
					missing.add(id + " " + answer.statusCode());
				}
			}
			catch (IOException ex) {
				missing.add(id + " " + ex);
			}
		});
		return List.copyOf(missing);
	}

	/// How many cases of the year table three counts as new, over all agencies.
	int counted() {
		return AGENCIES.stream()
			.map((code) -> this.owner.getJson("/api/reports/" + code + "/" + YEAR + "?fresh=true"))
			.mapToInt(Crowd::newCases)
			.sum();
	}

	@Override
	public void close() {
		this.working = false;
		this.threads.shutdownNow();
		this.http.shutdownNow();
	}

	/// The last column of table three is the total.
	private static int newCases(JsonNode report) {
		JsonNode row = report.requiredAt("/table3/new");
		return row.required(row.size() - 1).asInt();
	}

	private Calls person(int number) {
		String account = "person-" + number;
		String oneTime = this.owner.postJson("/api/accounts", Map.of("account", account, "displayName", "读者" + number))
			.required("password")
			.asString();
		grant(account, "inspector");
		Calls person = new Calls(this.http, this.server, null);
		try {
			person.signIn(account, oneTime, PASSWORD);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return person;
	}

	private Calls program(String account, String role) {
		String token = this.owner
			.postJson("/api/accounts", Map.of("account", account, "displayName", account, "machine", true))
			.required("token")
			.asString();
		grant(account, role);
		return new Calls(this.http, this.server, token);
	}

	private void grant(String account, String role) {
		this.owner.postJson("/api/accounts/" + account + "/grants", Map.of("role", role, "withSubordinates", true));
	}

	private void readPage(Calls client, Random random) {
		String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
		List<String> pages = List.of("/", "/applications", "/applications?agency=" + agency, "/disputes", "/agencies",
				"/annual-reports", "/reports/" + agency + "/" + YEAR,
				"/applications/show?id=" + Calls.encode(anyCase(random)), "/calendar", "/information");
		int choice = random.nextInt(pages.size() + 2);
		if (choice < pages.size()) {
			observe("page", pages.get(choice), () -> client.get(pages.get(choice)));
		}
		else {
			observe("page", "search", () -> client.submit("/applications", "/applications",
					Map.of("q", "", "agency", agency, "state", "open")));
		}
	}

	private void call(Calls client, Random random) {
		String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
		List<String> paths = List.of("/api/definitions", "/api/agencies",
				"/api/applications?agency=" + agency + "&size=20",
				"/api/application?id=" + Calls.encode(anyCase(random)), "/api/reports/" + agency + "/" + YEAR,
				"/api/status");
		String path = paths.get(random.nextInt(paths.size()));
		observe("call", path, () -> client.get(path));
	}

	private String anyCase(Random random) {
		return AGENCIES.getFirst() + "/" + (1 + random.nextInt(CASES_BEFORE / AGENCIES.size()));
	}

	private void write(Calls client) {
		int number = this.numbers.getAndIncrement();
		String agency = AGENCIES.get(number % AGENCIES.size());
		String applicationNo = String.valueOf(1 + number / AGENCIES.size());
		String key = "receive " + agency + "/" + applicationNo;
		HttpResponse<String> answer = observe("command", "/api/commands/receive-application",
				() -> client.post("/api/commands/receive-application",
						Map.of("agency", agency, "applicationNo", applicationNo, "applicantKind", "natural_person",
								"channel", "online", "submittedOn", YEAR + "-03-04", "receivedOn", YEAR + "-03-04",
								"personal", Map.of("name", "申请人" + number, "subject", "某项目")),
						key));
		if (answer != null && answer.statusCode() == 200) {
			this.acknowledged.add(EventJson.mapper().readTree(answer.body()).required("stream").asString());
		}
	}

	private interface Call {

		HttpResponse<String> send() throws IOException;

	}

	/// Sends a call and notes its answer. A client waits before its next call where the
	/// answer asks for it.
	private @Nullable HttpResponse<String> observe(String kind, String path, Call call) {
		long began = System.nanoTime();
		HttpResponse<String> answer = null;
		try {
			answer = call.send();
		}
		catch (IOException ex) {
			// noted as an answer that did not come
		}
		int status = (answer == null) ? 0 : answer.statusCode();
		this.answers
			.add(new Answer(kind, path.split("\\?", 2)[0], status, Duration.ofNanos(System.nanoTime() - began)));
		if (status == 429 || status == 503 || status == 0) {
			LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
		}
		return answer;
	}

	private interface Deed {

		void act(Calls client, Random random);

	}

	private Future<?> start(Calls client, Deed deed, Duration pause, long seed) {
		Random random = new Random(seed);
		return this.threads.submit(() -> {
			while (this.working) {
				deed.act(client, random);
				if (pause.isPositive()) {
					LockSupport.parkNanos((long) (random.nextDouble() * pause.toNanos()));
				}
			}
		});
	}

	private void end(List<Future<?>> all) {
		this.working = false;
		join(all);
	}

	private void inParallel(int count, IntConsumer work) {
		AtomicInteger next = new AtomicInteger();
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < Math.min(4, count); i++) {
			all.add(this.threads.submit(() -> {
				for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
					work.accept(number);
				}
			}));
		}
		join(all);
	}

	private static void join(List<Future<?>> all) {
		try {
			for (Future<?> one : all) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
