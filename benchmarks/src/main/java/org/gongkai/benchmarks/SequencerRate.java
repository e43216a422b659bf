package org.gongkai.benchmarks;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.gongkai.log.JdbcLogReader;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.Sequencer;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.standalone.postgres.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

/// How many transactions of one event each 16 writers commit in a second: with the sequencer, with one that gives positions
/// and makes no leaves, and with none; all on one durable server, by turns.
///
/// @param sequenced until the last one has its position and its leaf
/// @param positionsAlone until the last one has its position
/// @param raw until the last one is committed
record SequencerRate(double sequenced, double positionsAlone, double raw) {

	private static final EventMac MAC = EventMac.of("5b".repeat(32), "benchmark", Hash.SHA_256);

	private static final long RECORDED_AT = Leaf.micros(Instant.parse("2024-01-09T02:00:00Z"));

	private static final int WRITERS = 16;

	private static final int ROUNDS = 5;

	private static final Duration ROUND = Duration.ofSeconds(4);

	private static final String APPEND = """
			insert into log.events
			(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata, mac)
			values (?, ?, ?, 'application', '2024-01-09T02:00:00Z'::timestamptz, 'application.ReasonsRequested', '1',
			'{"applicationId":"321300/1","askedOn":"2024-01-08"}', '{"actor":"benchmark","via":"http"}', ?)""";

	static SequencerRate measure(Path folder, Path cache) throws Exception {
		RolePasswords passwords = new RolePasswords("migrate", "append", "read");
		try (Postgres server = Postgres.start(folder.resolve("postgresql"), folder.resolve("postgresql.log"), cache,
				"admin", (reason) -> {
					throw reason;
				})) {
			String sequenced = server.url();
			String raw = sequenced.replace("/" + Postgres.DATABASE, "/raw");
			String alone = sequenced.replace("/" + Postgres.DATABASE, "/alone");
			try (Connection admin = server.as(Postgres.ADMIN, "admin").getConnection()) {
				OfficeDatabase.run(admin, "create database raw");
				OfficeDatabase.run(admin, "create database alone");
			}
			for (String database : List.of(sequenced, alone, raw)) {
				LogDatabase.bootstrap(as(database, Postgres.ADMIN, "admin"), passwords);
				LogDatabase.migrate(as(database, LogDatabase.MIGRATE, passwords.migrate()));
			}
			LogIdentity identity = new LogIdentity(SigningKey.generate("benchmark", new SecureRandom()), Hash.SHA_256,
					MAC)
				.claim(as(sequenced, LogDatabase.APPEND, passwords.append()));
			double[] with = new double[ROUNDS];
			double[] positions = new double[ROUNDS];
			double[] without = new double[ROUNDS];
			try (Sequencer sequencer = new Sequencer(as(sequenced, LogDatabase.APPEND, passwords.append()), identity,
					null, () -> {
					}); PositionsAlone _ = new PositionsAlone(as(alone, LogDatabase.APPEND, passwords.append()))) {
				sequencer.start();
				for (int round = 0; round < ROUNDS; round++) {
					without[round] = rate(raw, passwords, () -> {
					}, () -> {
					});
					positions[round] = rate(alone, passwords, () -> {
					}, () -> settle(alone, passwords));
					with[round] = rate(sequenced, passwords, sequencer::nudge, () -> settle(sequenced, passwords));
				}
			}
			return new SequencerRate(middle(with), middle(positions), middle(without));
		}
	}

	private static void settle(String database, RolePasswords passwords) {
		JdbcLogReader.impersonal(as(database, LogDatabase.READ, passwords.read())).settle(Duration.ofMinutes(1));
	}

	private static double rate(String database, RolePasswords passwords, Runnable onCommit, Runnable atEnd)
			throws SQLException, InterruptedException, ExecutionException {
		long began = System.nanoTime();
		long events = 0;
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<Long>> work = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				Callable<Long> task = () -> write(database, passwords, began + ROUND.toNanos(), onCommit);
				work.add(writers.submit(task));
			}
			for (Future<Long> one : work) {
				events += one.get();
			}
		}
		atEnd.run();
		return events / ((System.nanoTime() - began) / 1e9);
	}

	private static long write(String database, RolePasswords passwords, long until, Runnable onCommit)
			throws SQLException {
		String stream = UUID.randomUUID().toString();
		try (Connection connection = DriverManager.getConnection(database, LogDatabase.APPEND, passwords.append());
				PreparedStatement insert = connection.prepareStatement(APPEND)) {
			long sequence = 0;
			while (System.nanoTime() < until) {
				Leaf event = new Leaf(0, "application", stream, sequence++, UUID.randomUUID(),
						"application.ReasonsRequested", "1", RECORDED_AT,
						"{\"applicationId\":\"321300/1\",\"askedOn\":\"2024-01-08\"}",
						"{\"actor\":\"benchmark\",\"via\":\"http\"}");
				insert.setObject(1, event.eventId());
				insert.setString(2, stream);
				insert.setLong(3, event.sequence());
				insert.setBytes(4, MAC.worker().of(event));
				insert.executeUpdate();
				onCommit.run();
			}
			return sequence;
		}
	}

	private static DataSource as(String url, String user, String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url);
		source.setUser(user);
		source.setPassword(password);
		return source;
	}

	private static double middle(double[] rates) {
		Arrays.sort(rates);
		return rates[rates.length / 2];
	}

}
