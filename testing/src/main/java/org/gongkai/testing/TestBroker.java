package org.gongkai.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A real Kafka broker (KRaft, one node) in a process and a folder of its own, which can be killed at any moment and started
/// again with what it had. For tests that harm their broker; others share [TestKafka].
public final class TestBroker implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Path folder;

	private final int port;

	private Process process;

	private TestBroker(Path folder, int port) {
		this.folder = folder;
		this.port = port;
		this.process = run();
		// before the line below nothing would end the process with this one
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		awaitAnswer();
	}

	/// Formats a folder and starts a broker on free ports of 127.0.0.1.
	public static TestBroker start() {
		try {
			Path folder = Files.createTempDirectory("gongkai-kafka-");
			int port = TestPorts.next();
			Files.writeString(folder.resolve("server.properties"),
					settings(folder.resolve("data"), port, TestPorts.next()));
			Files.writeString(folder.resolve("log4j2.properties"), LOGGING);
			format(folder);
			return new TestBroker(folder, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no broker could be started", ex);
		}
	}

	/// Where clients find it; stays the same when it is started again.
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	/// The number of its process.
	public long pid() {
		return this.process.pid();
	}

	/// Whether its process runs; a broker that cannot write any more ends it.
	public boolean alive() {
		return this.process.isAlive();
	}

	/// Lets it write no byte more, as a full disk would, until it is started again.
	public void fillDisk() {
		run("prlimit", "--pid", Long.toString(pid()), "--fsize=1");
	}

	/// Ends it as a power cut would (`kill -9`): nothing is finished or said.
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/// Starts it again after [#kill()].
	public void restart() {
		if (this.process.isAlive()) {
			throw new IllegalStateException("the broker still runs");
		}
		this.process = run();
		awaitAnswer();
	}

	/// Stands still, connections included, until [#thaw()]: a broker that is not reached.
	public void freeze() {
		signal("STOP");
	}

	/// Goes on after [#freeze()].
	public void thaw() {
		signal("CONT");
	}

	/// Kills it and removes its folder.
	@Override
	public void close() {
		kill();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (java.nio.file.NoSuchFileException ex) {
			// closed before
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void signal(String name) {
		run("kill", "-" + name, Long.toString(pid()));
	}

	private static void run(String... command) {
		try {
			int failed = new ProcessBuilder(command).start().waitFor();
			if (failed != 0) {
				throw new IllegalStateException("the broker has ended");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Process run() {
		try {
			return java(this.folder, "kafka.Kafka", this.folder.resolve("server.properties").toString()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no broker could be started", ex);
		}
	}

	private void awaitAnswer() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!answers()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new IllegalStateException("the broker "
						+ (this.process.isAlive() ? "does not answer: " : "has ended: ") + said(this.folder));
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void format(Path folder) throws IOException {
		Process format = java(folder, "kafka.tools.StorageTool", "format", "--cluster-id", "Z29uZ2thaS10ZXN0LTAwMQ",
				"--config", folder.resolve("server.properties").toString())
			.start();
		if (format.onExit().join().exitValue() != 0) {
			throw new IllegalStateException("the broker's folder could not be formatted: " + said(folder));
		}
	}

	private static ProcessBuilder java(Path folder, String... call) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
						"-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"), "-cp", classPath()));
		command.addAll(List.of(call));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()));
	}

	/// What the build found the broker to need; it is on no class path of ours.
	private static String classPath() throws IOException {
		try (InputStream file = TestBroker.class.getResourceAsStream("broker.classpath")) {
			if (file == null) {
				throw new IllegalStateException("built without the broker's class path");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).trim();
		}
	}

	private static String said(Path folder) {
		try {
			List<String> lines = Files.readAllLines(folder.resolve("broker.log"));
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
		}
		catch (IOException ex) {
			return "it left no log";
		}
	}

	private static final String LOGGING = """
			rootLogger.level = warn
			rootLogger.appenderRef.console.ref = console
			appender.console.type = Console
			appender.console.name = console
			appender.console.layout.type = PatternLayout
			appender.console.layout.pattern = %d %p %c{1} %m%n
			""";

	/// One partition is enough for each of the broker's own topics, and takes no second
	/// of its start.
	private static String settings(Path data, int port, int controllerPort) {
		return """
				process.roles = broker,controller
				node.id = 1
				controller.quorum.voters = 1@127.0.0.1:%2$d
				controller.listener.names = CONTROLLER
				listeners = PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners = PLAINTEXT://127.0.0.1:%1$d
				listener.security.protocol.map = PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
				log.dirs = %3$s
				auto.create.topics.enable = false
				offsets.topic.num.partitions = 1
				offsets.topic.replication.factor = 1
				transaction.state.log.num.partitions = 1
				transaction.state.log.replication.factor = 1
				transaction.state.log.min.isr = 1
				group.initial.rebalance.delay.ms = 0
				""".formatted(port, controllerPort, data);
	}

}
