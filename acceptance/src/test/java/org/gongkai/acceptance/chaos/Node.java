package org.gongkai.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.gongkai.testing.TestPorts;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/// One node of a service: a process of its own at an address of its own, which may be killed, stopped and started again.
final class Node implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private static final Duration START = Duration.ofMinutes(5);

	private final String name;

	private final Class<?> service;

	private final Map<String, String> settings;

	private final int port = TestPorts.next();

	private final Path log;

	private @Nullable Process process;

	/// @param service its main class
	/// @param folder where it may write
	Node(String name, Class<?> service, Path folder, Map<String, String> settings) {
		this.name = name;
		this.service = service;
		this.settings = settings;
		this.log = folder.resolve(name + ".log");
	}

	String name() {
		return this.name;
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/// Starts it.
	/// @param clockOff how far its clock is from the machine's
	void start(Duration clockOff) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
		if (clockOff.isZero()) {
			command.add(this.service.getName());
		}
		else {
			command.addAll(List.of(WrongClock.class.getName(), this.service.getName(), clockOff.toString()));
		}
		command.addAll(List.of("--server.port=" + this.port, "--server.address=127.0.0.1",
				"--spring.main.banner-mode=off", "--gongkai.access.operator-token=" + Fleet.TOKEN));
		this.settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean alive() {
		return this.process != null && this.process.isAlive();
	}

	/// Ends it as the loss of its machine would (`kill -9`).
	void kill() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	/// Stands still, connections included, until [#thaw()].
	void freeze() {
		Signals.send("STOP", pid());
	}

	/// Goes on, if it was stopped.
	void thaw() {
		if (alive()) {
			Signals.send("CONT", pid());
		}
	}

	private long pid() {
		if (this.process == null) {
			throw new IllegalStateException(this.name + " was never started");
		}
		return this.process.pid();
	}

	/// Waits until it may be sent work. One that is not in time says in its log what its
	/// threads do.
	void awaitReady() {
		try {
			untilReady();
		}
		catch (ConditionTimeoutException ex) {
			Signals.send("QUIT", pid());
			throw ex;
		}
	}

	private void untilReady() {
		await(this.name + " is ready, see " + this.log).atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
			if (!alive()) {
				throw new AssertionError(this.name + " has ended: " + said());
			}
			return ready();
		});
	}

	private boolean ready() {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(address() + "/management/health/readiness"))
					.timeout(Duration.ofSeconds(5))
					.build(), BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/// Whether its log has these words.
	boolean hasSaid(String words) {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.anyMatch((line) -> line.contains(words));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String said() throws IOException {
		List<String> lines = Files.readAllLines(this.log);
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
	}

	@Override
	public void close() {
		kill();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
