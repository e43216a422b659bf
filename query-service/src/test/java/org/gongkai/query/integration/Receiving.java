package org.gongkai.query.integration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.gongkai.log.EventForms;
import org.gongkai.log.JdbcLogReader;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.LogReader;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.received.ReceivedLog;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.awaitility.Awaitility.await;

/// A received log and the receivers that a test starts on it.
final class Receiving implements AutoCloseable {

	private final TestDatabase database = TestDatabase.create();

	private final List<Receiver> receivers = new ArrayList<>();

	final ReceivedLog log;

	final JdbcTemplate sql = new JdbcTemplate(this.database.superuser());

	Receiving() {
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		LogDatabase.migrate(this.database.as(LogDatabase.MIGRATE, "m"));
		this.log = new ReceivedLog(append(), EventForms.PUBLISHED);
	}

	DataSource append() {
		return as(LogDatabase.APPEND);
	}

	/// Connections of a role of the log.
	DataSource as(String role) {
		return this.database.as(role, role.equals(LogDatabase.APPEND) ? "a" : "r");
	}

	String jdbcUrl() {
		return this.database.jdbcUrl();
	}

	LogReader reader() {
		return JdbcLogReader.impersonal(this.database.as(LogDatabase.READ, "r"));
	}

	Received receive(SourceLog source, MemoryTopic topic) {
		return receive(source, topic, Map.of());
	}

	Received receive(SourceLog source, MemoryTopic topic, Map<String, String> speakers) {
		return receive(source.origin(), topic::feed, speakers);
	}

	Received receive(String origin, Supplier<? extends RecordFeed> topic, Map<String, String> speakers) {
		this.log.open(List.of(origin));
		Receiver receiver = new Receiver(origin, this.log, new Speakers(speakers), topic, Duration.ofMillis(20), () -> {
		});
		this.receivers.add(receiver);
		receiver.start();
		return new Received(origin, receiver);
	}

	/// A source and one that receives it.
	final class Received {

		private final String origin;

		private final Receiver receiver;

		private Received(String origin, Receiver receiver) {
			this.origin = origin;
			this.receiver = receiver;
		}

		/// As every node can tell.
		ReceivedLog.Standing standing() {
			return Receiving.this.log.standing(this.origin);
		}

		void stop() {
			this.receiver.stop();
			this.receiver.join();
		}

	}

	/// What was received, in its order: `stream#sequence`.
	List<String> order() {
		return reader().read(0, 10_000).stream().map((event) -> event.streamId() + "#" + event.sequence()).toList();
	}

	static void until(Callable<Boolean> condition) {
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(condition);
	}

	static void reaches(Received received, long position) {
		until(() -> received.standing().position() == position && received.standing().fault() == null);
	}

	static ReceivedLog.Stop stops(Received received, Fault.Kind kind) {
		until(() -> {
			ReceivedLog.Stop fault = received.standing().fault();
			return fault != null && fault.code().equals(kind.code());
		});
		return Objects.requireNonNull(received.standing().fault());
	}

	@Override
	public void close() {
		this.receivers.forEach(Receiver::stop);
		this.receivers.forEach(Receiver::join);
		this.database.close();
	}

}
