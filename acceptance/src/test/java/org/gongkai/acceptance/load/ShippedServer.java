package org.gongkai.acceptance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongkai.acceptance.documents.Repository;
import org.gongkai.standalone.DataFolder;
import org.gongkai.standalone.Gongkai;

import static org.awaitility.Awaitility.await;

/// `gongkai serve` as a process of its own, with the JVM options of the launcher script.
final class ShippedServer implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(5);

	private static final Pattern OPTIONS = Pattern.compile("(?s)\\noptions=\\((.*?)\\n\\)");

	private final Path data;

	private final Path log;

	private final List<String> extraOptions;

	private Process process;

	/// @param data folder of the office
	/// @param log file that gets what the process prints
	/// @param extraOptions JVM options after those of the launcher
	ShippedServer(Path data, Path log, String... extraOptions) {
		this.data = data;
		this.log = log;
		this.extraOptions = List.of(extraOptions);
		this.process = start();
	}

	URI url() {
		return DataFolder.serving(this.data)
			.map(DataFolder.Serving::url)
			.orElseThrow(() -> new IllegalStateException("no server is running in " + this.data));
	}

	String operatorToken() {
		try {
			return Files.readString(this.data.resolve("operator.token")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Starts the server again after it ended.
	void restart() {
		this.process = start();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	/// Kills the JVM with SIGKILL. PostgreSQL keeps running without it.
	void killJvm() {
		this.process.destroyForcibly().onExit().join();
	}

	/// Kills the PostgreSQL server process with SIGKILL.
	void killDatabase() {
		postmaster().ifPresent(ProcessHandle::destroyForcibly);
	}

	/// Waits until the JVM has ended by itself.
	/// @return its exit code
	int awaitExit() {
		await("the server has ended, see " + this.log).until(() -> !this.process.isAlive());
		return this.process.exitValue();
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
		postmaster().ifPresent((left) -> {
			left.destroyForcibly();
			left.onExit().join();
		});
	}

	private Process start() {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(launcherOptions());
		command.addAll(this.extraOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Gongkai.class.getName(), "serve", "--data",
				this.data.toString(), "--port", "0"));
		try {
			Process started = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
			await("the server is serving, see " + this.log).atMost(START_LIMIT).until(() -> {
				if (!started.isAlive()) {
					throw new AssertionError("the server did not start: " + output());
				}
				return DataFolder.serving(this.data).filter((serving) -> serving.pid() == started.pid()).isPresent();
			});
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The options in the launcher script that name no file of the build.
	private static List<String> launcherOptions() {
		try {
			Matcher found = OPTIONS.matcher(Files.readString(Repository.ROOT.resolve("gongkai")));
			if (!found.find()) {
				throw new IllegalStateException("the launcher has no options");
			}
			return found.group(1)
				.lines()
				.map(String::strip)
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Stream.of(line.split("\\s+")))
				.filter((option) -> !option.isEmpty() && !option.contains("$"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<ProcessHandle> postmaster() {
		try {
			Path pid = this.data.resolve("postgresql/postmaster.pid");
			return Files.exists(pid) ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
