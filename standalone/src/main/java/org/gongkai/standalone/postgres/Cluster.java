package org.gongkai.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.gongkai.standalone.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The folder of one PostgreSQL database: made once, of one major version, written by one PostgreSQL at a time.
final class Cluster {

	private static final Logger logger = LoggerFactory.getLogger(Cluster.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Path folder;

	private final Programs programs;

	/// @param folder where the database's files are or will be
	/// @param programs PostgreSQL's programs
	Cluster(Path folder, Programs programs) {
		this.folder = folder;
		this.programs = programs;
	}

	/// Makes the database's files where there are none.
	/// @param user the database's superuser
	/// @param password that user's password; there is no other way in
	/// @throws Failed if the files are another version's or cannot be made
	void createIfAbsent(String user, String password) {
		try {
			if (Files.exists(this.folder.resolve("PG_VERSION"))) {
				requireThisVersion();
				return;
			}
			// a start that was cut off left this beside the real folder
			Path half = this.folder.resolveSibling(this.folder.getFileName() + ".new");
			FileSystemUtils.deleteRecursively(half);
			initdb(half, user, password);
			Files.move(half, this.folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new Failed("cannot make the database in " + this.folder + ": " + ex.getMessage(), ex);
		}
	}

	private void requireThisVersion() throws IOException {
		String found = Files.readString(this.folder.resolve("PG_VERSION")).strip();
		if (!found.equals(String.valueOf(Postgres.MAJOR))) {
			throw new Failed("the database in " + this.folder + " was written by PostgreSQL " + found
					+ "; this Gongkai brings PostgreSQL " + Postgres.MAJOR + " and leaves it untouched");
		}
	}

	private void initdb(Path into, String user, String password) throws IOException {
		Path secret = Files.createTempFile("gongkai", null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try {
			Files.writeString(secret, password);
			// sorting by code point, from PostgreSQL itself: an upgrade of the operating
			// system changes no index
			run("initdb", List.of("-D", into.toString(), "-U", user, "-A", "scram-sha-256", "--pwfile=" + secret, "-E",
					"UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
		}
		finally {
			Files.delete(secret);
		}
	}

	/// Ends whatever an office that was killed left running on this folder. The caller
	/// holds the folder's lock, so
	/// nobody else's PostgreSQL can be met.
	void endOrphans() {
		Optional<ProcessHandle> postmaster = postmaster();
		postmaster.ifPresent((process) -> {
			logger.warn("ending PostgreSQL (process {}) that an office that was killed left running", process.pid());
			stop();
		});
		for (ProcessHandle left : processes()) { // children whose postmaster was killed
			left.destroyForcibly();
			left.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		}
		try {
			// its process is gone or is another program that was given the same number
			Files.deleteIfExists(this.folder.resolve("postmaster.pid"));
		}
		catch (IOException ex) {
			throw new Failed("cannot remove " + this.folder.resolve("postmaster.pid") + ": " + ex.getMessage(), ex);
		}
	}

	/// Stops the running PostgreSQL in order: open transactions are rolled back, nothing
	/// acknowledged is lost.
	void stop() {
		run("pg_ctl", List.of("stop", "-D", this.folder.toString(), "-m", "fast", "-w", "-t",
				String.valueOf(PATIENCE.toSeconds())));
	}

	private Optional<ProcessHandle> postmaster() {
		Path file = this.folder.resolve("postmaster.pid");
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst()
				.map(String::strip)
				.map(Long::valueOf)
				.flatMap(ProcessHandle::of)
				.filter(this::worksHere);
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private List<ProcessHandle> processes() {
		return ProcessHandle.allProcesses().filter(this::worksHere).toList();
	}

	// PostgreSQL's processes make the database's folder their working folder
	private boolean worksHere(ProcessHandle process) {
		try {
			return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath(), this.folder);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void run(String program, List<String> arguments) {
		try {
			ProcessBuilder builder = new ProcessBuilder(this.programs.command(program, arguments));
			builder.environment().put("LC_ALL", "C");
			Process process = builder.redirectErrorStream(true).start();
			process.getOutputStream().close();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new Failed(program + " failed: " + lastReason(said));
			}
		}
		catch (IOException ex) {
			throw new Failed("cannot run " + program + ": " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Failed(program + " was interrupted", ex);
		}
	}

	/// The last line in which PostgreSQL says why it ended, or the last line at all.
	static String lastReason(String said) {
		List<String> lines = said.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		return lines.reversed()
			.stream()
			.filter((line) -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
			.findFirst()
			.or(() -> lines.reversed().stream().findFirst())
			.orElse("it said nothing");
	}

}
