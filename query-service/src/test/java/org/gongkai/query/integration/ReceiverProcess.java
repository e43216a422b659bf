package org.gongkai.query.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.gongkai.log.EventForms;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.received.ReceivedLog;
import org.gongkai.testing.TestKafka;
import org.postgresql.ds.PGSimpleDataSource;

/// A node that receives one source and does nothing else, as a process that a test can kill.
final class ReceiverProcess {

	private ReceiverProcess() {
	}

	/// @param arguments address of the database, origin and topic of the source, brokers
	static void main(String[] arguments) throws InterruptedException {
		PGSimpleDataSource append = new PGSimpleDataSource();
		append.setUrl(arguments[0]);
		append.setUser(LogDatabase.APPEND);
		append.setPassword("a");
		FollowSettings.Source source = new FollowSettings.Source(arguments[1], arguments[3], arguments[2], List.of(),
				false, Map.of());
		ReceivedLog log = new ReceivedLog(append, EventForms.PUBLISHED);
		log.open(List.of(source.origin()));
		new Reception(append, () -> List.of(new Receiver(source.origin(), log, new Speakers(Map.of()),
				() -> new KafkaFeed(source), Duration.ofSeconds(1), () -> {
				})))
			.start();
		Thread.currentThread().join();
	}

	static Process start(String jdbcUrl, String origin, RelayedTopic topic) {
		try {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					ReceiverProcess.class.getName(), jdbcUrl, origin, topic.name(), TestKafka.bootstrapServers())
				.inheritIO()
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
