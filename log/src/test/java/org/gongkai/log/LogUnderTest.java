package org.gongkai.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.gongkai.events.Event;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.SealingCipher;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/// A fresh database with the log's tables, and the few things that a test does with them.
final class LogUnderTest implements AutoCloseable {

	static final Instant NOW = Instant.parse("2024-01-09T02:00:00Z");

	static final String ORIGIN = "gongkai.example/log";

	static final EventMac MAC = EventMac.of(MarkedEvents.SECRET, ORIGIN, Hash.SHA_256);

	static final LogIdentity IDENTITY = new LogIdentity(SigningKey.generate(ORIGIN, new SecureRandom()), Hash.SHA_256,
			MAC);

	private final TestDatabase database = TestDatabase.create();

	/// The file is made by the first who keeps keys.
	final Path masterKey = folder().resolve("master.key");

	private final HikariDataSource superusers = pool(this.database.superuser());

	private final HikariDataSource writers;

	final PersonalKeys keys;

	final JdbcTemplate superuser = new JdbcTemplate(this.superusers);

	LogUnderTest() {
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		LogDatabase.migrate(as(LogDatabase.MIGRATE));
		MarkedEvents.mark(this.database.superuser(), ORIGIN);
		this.writers = pool(as(LogDatabase.APPEND));
		IDENTITY.claim(this.writers);
		KeyDatabase.bootstrap(this.database.superuser(), "k", "r");
		DataSource keep = this.database.as(KeyDatabase.KEEP, "k");
		KeyDatabase.migrate(keep);
		this.keys = PersonalKeys.keeping(keep, this.masterKey, SealingCipher.AES_256_GCM);
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("gongkai-test-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HikariDataSource pool(DataSource source) {
		HikariConfig config = new HikariConfig();
		config.setDataSource(source);
		config.setMaximumPoolSize(16);
		config.setMinimumIdle(0);
		return new HikariDataSource(config);
	}

	/// Pooled connections of the appending role.
	HikariDataSource writers() {
		return this.writers;
	}

	DataSource as(String role) {
		return this.database.as(role,
				role.equals(KeyDatabase.READ) ? "r" : role.substring("gongkai_".length(), "gongkai_".length() + 1));
	}

	/// What the database of the keys remembers of the log.
	LogWitness witness() {
		return new LogWitness(as(KeyDatabase.KEEP), ORIGIN);
	}

	/// Gives positions to what was appended, as a leader that was just chosen.
	int sequence() throws SQLException {
		try (Connection lead = as(LogDatabase.APPEND).getConnection()) {
			lead.setAutoCommit(false);
			return PositionBatch.resume(lead, IDENTITY, witness()).next();
		}
	}

	LogReader reader() {
		return JdbcLogReader.opening(as(LogDatabase.READ), this.keys);
	}

	/// Appends one event to a stream by the store, in a transaction of its own.
	void append(String stream, long sequence) {
		append(stream, sequence, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	void append(String stream, long sequence, Clock clock) {
		append(stream, sequence, clock, new ReasonsRequested(stream, LocalDate.parse("2024-01-08")));
	}

	void append(String stream, long sequence, Clock clock, Event event) {
		store(clock).appendEvents(message(stream, sequence, event));
	}

	static List<GenericDomainEventMessage<Event>> message(String stream, long sequence, Event event) {
		return List.of(new GenericDomainEventMessage<>("application", stream, sequence, event,
				Map.of("actor", "王科员", "via", "http")));
	}

	SpringTransactionManager transactions() {
		return new SpringTransactionManager(new DataSourceTransactionManager(this.writers));
	}

	EventStorageEngine store(Clock clock) {
		return LogStore.engine(this.writers, transactions(), clock, this.keys, MAC);
	}

	List<Long> positions() {
		return this.superuser.queryForList("select position from log.positions order by position", Long.class);
	}

	/// The streams in the order of positions.
	List<String> order() {
		return this.superuser.queryForList("""
				select stream_id || '#' || sequence from log.positions join log.events using (event_index)
				order by position""", String.class);
	}

	/// Every insert into the stream stops between drawing its index and writing its row,
	/// until the gate is closed.
	AutoCloseable freezeInserts(String stream) throws SQLException {
		return freezeInserts("log.events", "stream_id", stream);
	}

	AutoCloseable freezeInserts(String table, String column, String stream) throws SQLException {
		this.superuser.execute("""
				create function log.stand_still() returns trigger language plpgsql as $$ begin
				if new.%s = '%s' then perform pg_advisory_xact_lock(42); end if; return new; end $$""".formatted(column,
				stream));
		this.superuser.execute("create trigger stand_still before insert on " + table
				+ " for each row execute function log.stand_still()");
		Connection gate = this.database.superuser().getConnection();
		try (Statement statement = gate.createStatement()) {
			statement.execute("select pg_advisory_lock(42)");
		}
		return gate;
	}

	/// Whether an insert stands at the gate.
	boolean frozen() {
		return Boolean.TRUE.equals(this.superuser.queryForObject("""
				select exists(select from pg_locks where locktype = 'advisory' and objid = 42 and not granted
				and database = (select oid from pg_database where datname = current_database()))""", Boolean.class));
	}

	static void await(String what, BooleanSupplier condition) {
		long deadline = System.nanoTime() + 120_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("waited 120 s until " + what).isLessThan(deadline);
			LockSupport.parkNanos(5_000_000L);
		}
	}

	@Override
	public void close() {
		this.superusers.close();
		this.writers.close();
		this.database.close();
	}

}
