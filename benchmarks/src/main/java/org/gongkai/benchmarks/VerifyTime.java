package org.gongkai.benchmarks;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.gongkai.log.LogDatabase;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.Sequencer;
import org.gongkai.log.LogWitness;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.verify.LogVerification;
import org.gongkai.log.verify.Verdict;
import org.gongkai.standalone.postgres.Postgres;

/// How long it takes to recompute a log of a million events, beside PostgreSQL alone reading every byte of them once.
///
/// @param took the whole verification
/// @param read every event's text, by one statement
record VerifyTime(Duration took, Duration read) {

	private static final long EVENTS = 1_000_000;

	private static final int SLICE = 100_000;

	private static final String GENERATE = """
			insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
			select gen_random_uuid(), '321300/2024-' || n / 5, n %% 5, 'application', now(), 'application.ApplicationReceived', '1',
			('{"applicationId":"321300/2024-' || n / 5 || '","applicationNo":"2024-' || n || '","agency":"321300",'
			|| '"applicantKind":"natural_person","channel":"online","submittedOn":"2024-01-08","receivedOn":"2024-01-09",'
			|| '"personal":{"name":"张某某","subject":"申请公开某某路改造项目的批准文件、资金来源和验收报告（第' || n || '号）"}}')::json,
			'{"actor":"王芳","via":"import","importFile":"register.csv","importRow":"12"}'
			from generate_series(%d::bigint, %d) n""";

	static VerifyTime measure(Path folder, Path cache) throws SQLException {
		RolePasswords passwords = new RolePasswords("migrate", "append", "read");
		try (Postgres server = Postgres.start(folder.resolve("postgresql"), folder.resolve("postgresql.log"), cache,
				"admin", (reason) -> {
					throw reason;
				})) {
			LogDatabase.bootstrap(server.as(Postgres.ADMIN, "admin"), passwords);
			LogDatabase.migrate(server.as(LogDatabase.MIGRATE, passwords.migrate()));
			DataSource append = server.as(LogDatabase.APPEND, passwords.append());
			KeyDatabase.bootstrap(server.keysAs(Postgres.ADMIN, "admin"), "keep", "keys");
			KeyDatabase.migrate(server.keysAs(KeyDatabase.KEEP, "keep"));
			LogIdentity identity = new LogIdentity(SigningKey.generate("benchmark", new SecureRandom()), Hash.SHA_256,
					EventMac.of("5b".repeat(32), "benchmark", Hash.SHA_256))
				.claim(append);
			LogWitness witness = new LogWitness(server.keysAs(KeyDatabase.KEEP, "keep"), "benchmark");
			try (Connection admin = server.as(Postgres.ADMIN, "admin").getConnection()) {
				generate(admin, append, identity, witness);
				long began = System.nanoTime();
				OfficeDatabase.number(admin, """
						select sum(length(payload::text) + length(metadata::text)) from log.positions join log.events
						using (event_index)""");
				Duration read = Duration.ofNanos(System.nanoTime() - began);
				began = System.nanoTime();
				Verdict verdict = new LogVerification(server.as(LogDatabase.READ, passwords.read()),
						List.of(identity.key().verifier()), List.of(), server.keysAs(KeyDatabase.READ, "keys"))
					.run();
				Duration took = Duration.ofNanos(System.nanoTime() - began);
				if (!verdict.sound() || verdict.positions() != EVENTS || verdict.signed() != EVENTS) {
					throw new IllegalStateException("not the log that was made: " + verdict);
				}
				return new VerifyTime(took, read);
			}
		}
	}

	/// The events are those of an earlier build, which marked none.
	private static void generate(Connection admin, DataSource append, LogIdentity identity, LogWitness witness)
			throws SQLException {
		OfficeDatabase.run(admin, "alter table log.events drop constraint every_event_is_marked");
		for (long begin = 0; begin < EVENTS; begin += SLICE) {
			OfficeDatabase.run(admin, GENERATE.formatted(begin, begin + SLICE - 1));
		}
		OfficeDatabase.run(admin, "analyze log.events");
		try (Sequencer sequencer = new Sequencer(append, identity, witness, () -> {
		})) {
			sequencer.start();
			while (OfficeDatabase.number(admin, "select coalesce(max(size), 0) from log.checkpoints") < EVENTS) {
				LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			}
		}
		OfficeDatabase.run(admin, "vacuum analyze");
	}

}
