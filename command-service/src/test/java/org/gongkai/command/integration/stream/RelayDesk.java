package org.gongkai.command.integration.stream;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.gongkai.command.CommandService;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.Sequencer;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestKafka;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.awaitility.Awaitility.await;

/// A log whose relays the test holds in its own hands.
final class RelayDesk implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	static final String ORIGIN = "gongkai.example/log";

	private static final LogIdentity IDENTITY = new LogIdentity(SigningKey.generate(ORIGIN, new SecureRandom()),
			Hash.SHA_256, EventMac.of(MarkedEvents.SECRET, ORIGIN, Hash.SHA_256));

	private final TestDatabase database = TestDatabase.create();

	final JdbcTemplate sql = new JdbcTemplate(this.database.superuser());

	private final Sequencer sequencer;

	final StreamSettings settings;

	private long streams;

	RelayDesk() {
		this(TestKafka.bootstrapServers());
	}

	RelayDesk(String brokers) {
		this.settings = new StreamSettings(brokers, TestKafka.topic(), 3, (short) 0, null, Map.of());
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		DataSource migrate = this.database.as(LogDatabase.MIGRATE, "m");
		LogDatabase.migrate(migrate);
		MarkedEvents.mark(this.database.superuser(), ORIGIN);
		CommandService.migrate(migrate);
		this.sequencer = new Sequencer(append(), IDENTITY.claim(append()), null, () -> {
		});
		this.sequencer.start();
	}

	DataSource append() {
		return this.database.as(LogDatabase.APPEND, "a");
	}

	Relay relay() {
		return relay(this.settings);
	}

	Relay relay(StreamSettings to) {
		return new Relay(append(), append(), to);
	}

	Follower follower() {
		return new Follower(this.settings.bootstrapServers(), this.settings.topic());
	}

	/// Records events, each in a stream of its own, and waits until they have positions.
	/// @return the head
	long record(int events) {
		this.sql.update("""
				insert into log.events
				(stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, recorded_at)
				select 'application', '430321/' || n, 0, gen_random_uuid(), 'application.ReasonsRequested', '1',
				json_build_object('applicationId', '430321/' || n, 'askedOn', '2024-07-08'), '{"actor":"李经办"}', now()
				from generate_series(?, ?) n""", this.streams + 1, this.streams + events);
		this.streams += events;
		return settled();
	}

	/// Waits until what is recorded has its positions.
	long settled() {
		until(() -> number("select count(*) from log.events") == head());
		return head();
	}

	long head() {
		return number("select coalesce(max(position), 0) from log.positions");
	}

	long number(String sql) {
		return this.sql.queryForObject(sql, Long.class);
	}

	/// Runs a relay until the whole log is acknowledged.
	void relayed() {
		Relay relay = relay();
		relay.start();
		caughtUp(relay);
		relay.stop();
	}

	void caughtUp(Relay relay) {
		until(() -> relay.status().lag() == 0 && relay.status().error() == null);
	}

	static void until(Callable<Boolean> condition) {
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	@Override
	public void close() {
		this.sequencer.close();
		this.database.close();
	}

}
