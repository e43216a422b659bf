package org.gongkai.standalone.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running PostgreSQL on one folder, reachable from this machine alone. Should it die, it is started again on the
/// same port.
public final class Postgres implements AutoCloseable {

	/// The major version whose files this release reads and writes.
	public static final int MAJOR = 18;

	/// The database that holds the log and the tables.
	public static final String DATABASE = "gongkai";

	/// The database that holds the keys of personal data.
	public static final String KEYS = "gongkai_keys";

	/// The database's superuser; it prepares roles and schemas and does nothing else.
	public static final String ADMIN = "gongkai_admin";

	private static final Logger logger = LoggerFactory.getLogger(Postgres.class);

	/// After a crash PostgreSQL first repeats what its journal holds; that may take a
	/// while.
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int DEATHS_A_MINUTE = 5;

	private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

	private static final long JOURNAL_FILE_BYTES = 16L << 20;

	private static final long LOG_LIMIT_BYTES = 10L << 20;

	// asked for on the command line, where neither configuration file can overrule it
	private static final List<String> SETTINGS = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on",
			"listen_addresses=127.0.0.1", "unix_socket_directories=", "password_encryption=scram-sha-256",
			"max_connections=128", "shared_buffers=96MB", "work_mem=8MB", "maintenance_work_mem=64MB",
			"max_wal_size=512MB", "jit=off", "max_parallel_workers_per_gather=0", "timezone=UTC", "log_timezone=UTC",
			"client_encoding=UTF8",
			// what people wrote stands in no log, whatever fails
			"log_parameter_max_length=0", "log_parameter_max_length_on_error=0", "log_min_error_statement=panic",
			"log_error_verbosity=terse", "log_statement=none", "log_min_duration_statement=-1");

	private final Cluster cluster;

	private final Programs programs;

	private final Path folder;

	private final Path log;

	private final String password;

	private final Consumer<Failed> lost;

	private final Deque<Instant> deaths = new ArrayDeque<>();

	private final int port;

	private volatile boolean stopping;

	private @Nullable Process process;

	private Postgres(Path folder, Path log, Path cache, String password, Consumer<Failed> lost) {
		this.programs = Programs.unpackedIn(cache);
		this.cluster = new Cluster(folder, this.programs);
		this.folder = folder;
		this.log = log;
		this.password = password;
		this.lost = lost;
		this.cluster.createIfAbsent(ADMIN, password);
		this.cluster.endOrphans();
		this.port = freePort();
	}

	/// Starts PostgreSQL, makes its files where there are none, and ends an orphan of an
	/// earlier start first.
	/// @param folder the database's files; the caller holds the only lock on it
	/// @param log where PostgreSQL writes what it has to say
	/// @param cache where the programs are unpacked
	/// @param password the superuser's
	/// @param lost told once if PostgreSQL died and could not be started again
	/// @throws Failed if it does not start, with PostgreSQL's own reason
	public static Postgres start(Path folder, Path log, Path cache, String password, Consumer<Failed> lost) {
		Postgres postgres = new Postgres(folder, log, cache, password, lost);
		try {
			postgres.launch();
			postgres.createDatabase(DATABASE);
			postgres.createDatabase(KEYS);
			return postgres;
		}
		catch (RuntimeException ex) {
			postgres.close();
			throw ex;
		}
	}

	/// The JDBC address of the office's database.
	public String url() {
		return url(DATABASE);
	}

	/// The JDBC address of the keys' database.
	public String keysUrl() {
		return url(KEYS);
	}

	/// The keys' database as seen by a role. Not pooled.
	public DataSource keysAs(String user, String secret) {
		return source(KEYS, user, secret);
	}

	/// The process number of the server, for status and tests.
	public long pid() {
		Process running = this.process;
		return (running != null) ? running.pid() : -1;
	}

	/// The office's database as seen by a role. Not pooled.
	public DataSource as(String user, String secret) {
		return source(DATABASE, user, secret);
	}

	/// Refuses to go on where an acknowledged event could be lost in a power cut, as this
	/// role's connections see it.
	/// @throws Failed if fsync, synchronous_commit or full_page_writes is off
	public void requireDurable(DataSource role) {
		try (Connection connection = role.getConnection(); Statement statement = connection.createStatement()) {
			for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
				try (var row = statement.executeQuery("show " + setting)) {
					row.next();
					if (!row.getString(1).equals("on")) {
						throw new Failed("PostgreSQL runs with " + setting + " = " + row.getString(1) + " for "
								+ connection.getMetaData().getUserName()
								+ ": an acknowledged entry could be lost, so nothing is served");
					}
				}
			}
		}
		catch (SQLException ex) {
			throw new Failed("cannot ask PostgreSQL how it keeps data: " + ex.getMessage(), ex);
		}
	}

	/// Stops PostgreSQL in order.
	@Override
	public synchronized void close() {
		this.stopping = true;
		Process running = this.process;
		if (running != null && running.isAlive()) {
			try {
				this.cluster.stop();
			}
			catch (Failed ex) {
				if (running.isAlive()) { // else it was stopped at the same moment
					throw ex;
				}
			}
		}
	}

	/// Leaves the process alone, as the end of a killed office does.
	void forget() {
		this.stopping = true;
	}

	private synchronized void launch() {
		if (this.stopping) {
			return;
		}
		List<String> arguments = new ArrayList<>(
				List.of("-D", this.folder.toString(), "-p", String.valueOf(this.port)));
		SETTINGS.forEach((setting) -> arguments.addAll(List.of("-c", setting)));
		try {
			keepLogSmall();
			long said = Files.exists(this.log) ? Files.size(this.log) : 0;
			ProcessBuilder builder = new ProcessBuilder(this.programs.command("postgres", arguments));
			builder.environment().put("LC_ALL", "C");
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
			Process started = builder.start();
			started.getOutputStream().close();
			this.process = started;
			awaitReady(started, said);
			started.onExit().thenAcceptAsync(this::died);
		}
		catch (IOException ex) {
			throw new Failed("cannot start PostgreSQL: " + ex.getMessage(), ex);
		}
	}

	private void died(Process ended) {
		if (this.stopping) {
			return;
		}
		logger.warn("PostgreSQL (process {}) ended by itself with {}; starting it again", ended.pid(),
				ended.exitValue());
		Failed failed = startAgain();
		while (failed != null && !this.stopping && !takesFiles()) {
			// a disk that is full or read-only is repaired by a person, and the office
			// goes on by itself
			logger.warn("PostgreSQL cannot start while its disk is full or read-only; trying again: {}",
					failed.getMessage());
			while (!this.stopping && !takesFiles()) {
				LockSupport.parkNanos(TRY_AGAIN.toNanos());
			}
			this.deaths.clear();
			failed = startAgain();
		}
		if (failed != null && !this.stopping) {
			this.lost.accept(failed);
		}
	}

	/// Nothing is ended or started once this is closed: the folder may be open again by
	/// then.
	/// @return why it does not run; null if it does, or is not wanted any more
	private synchronized @Nullable Failed startAgain() {
		if (this.stopping) {
			return null;
		}
		try {
			tellTooManyDeaths();
			this.cluster.endOrphans();
			launch();
			logger.warn("PostgreSQL runs again (process {})", pid());
			return null;
		}
		catch (Failed ex) {
			return ex;
		}
	}

	/// Whether PostgreSQL could write a file of its journal.
	private boolean takesFiles() {
		Path probe = this.folder.resolveSibling("probe.database");
		try {
			Files.write(probe, new byte[1]);
			return Files.getFileStore(probe).getUsableSpace() >= JOURNAL_FILE_BYTES;
		}
		catch (IOException ex) {
			return false;
		}
		finally {
			try {
				Files.deleteIfExists(probe);
			}
			catch (IOException ex) {
				logger.debug("{} is left", probe, ex);
			}
		}
	}

	private void tellTooManyDeaths() {
		Instant now = Instant.now();
		this.deaths.addLast(now);
		this.deaths.removeIf((death) -> death.isBefore(now.minusSeconds(60)));
		if (this.deaths.size() > DEATHS_A_MINUTE) {
			throw new Failed("PostgreSQL died " + this.deaths.size() + " times within a minute; see " + this.log);
		}
	}

	private void awaitReady(Process started, long said) throws IOException {
		DataSource admin = source("postgres", ADMIN, this.password);
		Instant deadline = Instant.now().plus(PATIENCE);
		while (started.isAlive()) {
			try (Connection _ = admin.getConnection()) {
				return;
			}
			catch (SQLException ex) {
				if ("28P01".equals(ex.getSQLState())) {
					this.stopping = true;
					this.cluster.stop();
					throw new Failed(
							"the database in " + this.folder + " was made with another password than the one in "
									+ "the folder's secrets file; restore that file from the same backup",
							ex);
				}
				if (Instant.now().isAfter(deadline)) {
					throw new Failed(
							"PostgreSQL did not answer within " + PATIENCE.toMinutes() + " minutes; see " + this.log,
							ex);
				}
			}
			LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
		}
		throw new Failed("PostgreSQL did not start: " + Cluster.lastReason(logAfter(said)) + "; see " + this.log);
	}

	private void createDatabase(String name) {
		try (Connection connection = source("postgres", ADMIN, this.password).getConnection();
				Statement statement = connection.createStatement()) {
			try (var row = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
				if (row.next()) {
					return;
				}
			}
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new Failed("cannot make the office's database: " + ex.getMessage(), ex);
		}
	}

	private void keepLogSmall() throws IOException {
		if (Files.exists(this.log) && Files.size(this.log) > LOG_LIMIT_BYTES) {
			Files.move(this.log, this.log.resolveSibling(this.log.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private String logAfter(long offset) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			file.seek(Math.min(offset, file.length()));
			byte[] rest = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
			file.readFully(rest);
			return new String(rest, StandardCharsets.UTF_8);
		}
	}

	private DataSource source(String database, String user, String secret) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url(database));
		source.setUser(user);
		source.setPassword(secret);
		source.setConnectTimeout(5);
		return source;
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new Failed("no free port for PostgreSQL: " + ex.getMessage(), ex);
		}
	}

}
