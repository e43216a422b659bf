package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.gongkai.standalone.DataFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An office in processes of its own, started and asked as a user does it: by `./gongkai serve` and HTTP.
final class OfficeProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private final Path data;

	private final URI url;

	private final Duration untilServing;

	private OfficeProcess(Process process, Path data, long began) {
		this.process = process;
		this.data = data;
		this.url = awaitServing();
		this.untilServing = Duration.ofNanos(System.nanoTime() - began);
	}

	/// Starts an office and waits until it answers.
	/// @param home the product's folder, where the command stands
	/// @param cache where the database's programs are unpacked
	static OfficeProcess serve(Path home, Path data, Path cache) {
		try {
			long began = System.nanoTime();
			return new OfficeProcess(start(home, cache, "serve", "--data", data.toString(), "--port", "0"), data,
					began);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Runs one command to its end.
	/// @return how long it took, the start of its process included
	static Duration run(Path home, Path cache, String... arguments) {
		try {
			long began = System.nanoTime();
			if (start(home, cache, arguments).waitFor() != 0) {
				throw new IllegalStateException("gongkai " + String.join(" ", arguments) + " failed");
			}
			return Duration.ofNanos(System.nanoTime() - began);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Process start(Path home, Path cache, String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of(home.resolve("gongkai").toString()), Stream.of(arguments)).toList());
		builder.environment().put("XDG_CACHE_HOME", cache.toString());
		return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	/// From the start of the command to its first answer.
	Duration untilServing() {
		return this.untilServing;
	}

	/// The office and its database: all processes whose memory counts.
	Stream<ProcessHandle> processes() {
		return Stream.concat(Stream.of(this.process.toHandle()), this.process.descendants());
	}

	/// The processor time of the office and its database so far; on a busy machine it
	/// says
	/// more than the clock.
	Duration processorTime() {
		return processes().map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	JsonNode get(String path) {
		return send(request(path).GET());
	}

	JsonNode post(String path, byte[] body) {
		return send(request(path).header("Content-Type", "application/octet-stream")
			.header("Gongkai-Actor", "benchmark")
			.POST(BodyPublishers.ofByteArray(body)));
	}

	/// Gives a command.
	void command(String name, String body) {
		send(request("/api/commands/" + name).header("Content-Type", "application/json")
			.header("Gongkai-Actor", "benchmark")
			.POST(BodyPublishers.ofString(body)));
	}

	/// A file, to its last byte.
	byte[] file(String path) {
		return bytes(request(path).GET());
	}

	/// Imports a file and waits for its end.
	/// @param what `agencies` or `applications`
	void importFile(String what, String name, byte[] content) {
		JsonNode now = post("/api/imports/" + what + "?fileName=" + name, content);
		String id = now.path("id").asString();
		do {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			now = get("/api/imports/" + id);
		}
		while (now.path("state").asString("").equals("running"));
		if (!now.path("state").asString("").equals("done") || now.path("refused").asInt(0) > 0) {
			throw new IllegalStateException(name + " was not taken whole: " + now);
		}
	}

	/// Stops the office in order.
	@Override
	public void close() {
		this.http.close();
		this.process.destroy();
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("the office does not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private URI awaitServing() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline && this.process.isAlive()) {
			var serving = DataFolder.serving(this.data);
			if (serving.isPresent()) {
				URI found = serving.get().url();
				send(HttpRequest.newBuilder(found.resolve("/api/status")).GET());
				return found;
			}
			LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
		}
		this.process.destroy();
		throw new IllegalStateException("the office does not start");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.url.resolve(path)).timeout(PATIENCE);
	}

	private JsonNode send(HttpRequest.Builder request) {
		return json.readTree(bytes(request));
	}

	private byte[] bytes(HttpRequest.Builder request) {
		try {
			request.header("Authorization", "Bearer " + Files.readString(this.data.resolve("operator.token")).strip());
			HttpResponse<byte[]> response = this.http.send(request.build(), BodyHandlers.ofByteArray());
			if (response.statusCode() / 100 != 2) {
				throw new IllegalStateException(
						"status " + response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
