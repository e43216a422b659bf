package org.gongkai.command.integration.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.testing.TestBroker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A broker that comes back without one of its partitions, though it had acknowledged all of it.
class LostPartitionTest {

	@Test
	void it_is_sent_again_to_the_last_record_also_by_a_relay_that_is_interrupted() throws Exception {
		try (TestBroker broker = TestBroker.start(); RelayDesk desk = new RelayDesk(broker.bootstrapServers())) {
			long head = desk.record(3 * Relay.BATCH);
			desk.relayed();
			desk.follower().whole(1, head);
			broker.kill();
			lose(desk.settings.topic() + "-0");
			broker.restart();
			assertThat(desk.follower().raw()).hasSizeLessThan((int) head);
			desk.sql.execute("""
					create function command.fail() returns trigger language plpgsql as $$ begin
					raise exception 'the power is gone'; end $$;
					create trigger fail before insert or update on command.relayed for each row
					when (new.partition = 0 and new.position between 1100 and 2500)
					execute function command.fail()""");
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			desk.sql.execute("drop trigger fail on command.relayed");
			long more = desk.record(50);

			RelayDesk.until(() -> desk.follower().raw().size() >= more);
			relay.stop();
			desk.follower().whole(1, more);
		}
	}

	private static void lose(String partition) throws IOException {
		List<Path> found;
		try (Stream<Path> brokers = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			found = brokers.filter((one) -> one.getFileName().toString().startsWith("gongkai-kafka-"))
				.map((one) -> one.resolve("data").resolve(partition))
				.filter(Files::isDirectory)
				.toList();
		}
		assertThat(found).hasSize(1);
		try (Stream<Path> files = Files.walk(found.getFirst())) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
