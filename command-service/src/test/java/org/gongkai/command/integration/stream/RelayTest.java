package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.gongkai.command.CommandServer;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.stream.StreamSource;
import org.gongkai.testing.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelayTest {

	@Test
	void what_an_office_records_is_on_the_topic_without_a_word_about_people() {
		String topic = TestKafka.topic();
		try (CommandServer server = new CommandServer(
				"gongkai.stream.bootstrap-servers=" + TestKafka.bootstrapServers(), "gongkai.stream.topic=" + topic)) {
			server.post("register-agency",
					"{\"code\":\"430321\",\"name\":\"河口镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}");
			server.post("receive-application",
					"""
							{"agency":"430321","applicationNo":"1","applicantKind":"natural_person","channel":"in_person",
							"submittedOn":"2024-07-01","receivedOn":"2024-07-01","personal":{"name":"赵不该见","phone":"13900000000",
							"subject":"某处拆迁补偿"}}""");
			server.post("request-correction", """
					{"applicationId":"430321/1","requestedOn":"2024-07-02","dueOn":"2024-07-20",
					"personal":{"text":"请赵不该见补正"}}""");
			Relay relay = server.part(Relay.class);
			RelayDesk.until(() -> relay.status().position() >= 2 && relay.status().lag() == 0);

			Follower follower = new Follower(TestKafka.bootstrapServers(), topic);
			List<StreamRecord> records = follower.whole(1, relay.status().position());
			assertThat(records).extracting(StreamRecord::source).containsOnly("PeterNeumann");
			assertThat(records).filteredOn((record) -> record.name().equals("application.ApplicationReceived"))
				.singleElement()
				.satisfies((record) -> assertThat(record.data()).isEqualTo(
						"""
								{"applicationId":"430321/1","agency":"430321","applicationNo":"1","applicantKind":"natural_person",\
								"channel":"in_person","submittedOn":"2024-07-01","receivedOn":"2024-07-01","historical":false}"""));
			assertThat(follower.raw()).extracting(RelayTest::text)
				.isNotEmpty()
				.noneMatch((text) -> Stream.of("赵不该见", "13900000000", "拆迁", "王科员", "cipher", "127.0.0.1")
					.anyMatch(text::contains));
			assertThat(server.get("/api/stream").body()).isEqualTo(
					"{\"on\":true,\"topic\":\"%s\",\"relaying\":true,\"relayed\":%2$d,\"position\":%2$d,\"lag\":0}"
						.formatted(topic, relay.status().position()));
			assertThat(server.json("/api/stream/verification", "")).contains("\"whole\":true", "\"faults\":[]");
			assertThat(server.json("/api/stream/emissions", "{\"topic\":\"%s\",\"from\":1}".formatted(topic)))
				.contains("\"code\":\"topic-in-use\"");
			assertThat(server.json("/api/stream/emissions", "{\"topic\":\"%s-2\",\"from\":2}".formatted(topic)))
				.startsWith("{\"topic\":\"%s-2\",\"from\":2,".formatted(topic));
		}
	}

	@Test
	void a_service_without_a_broker_sends_nothing_and_says_so() {
		try (RelayDesk desk = new RelayDesk("")) {
			Relay relay = desk.relay();
			relay.start();

			assertThat(relay.status()).isEqualTo(new Relay.Status(false, null, false, 0, 0, 0, null));
		}
	}

	@Test
	void the_library_of_cloud_events_reads_each_record() {
		try (RelayDesk desk = new RelayDesk()) {
			long head = desk.record(3);
			desk.relayed();

			List<StreamRecord> records = desk.follower().whole(1, head);
			assertThat(desk.follower().raw()).allSatisfy((raw) -> {
				MessageReader reader = KafkaMessageFactory.createReader(raw);
				CloudEvent event = reader.toEvent();
				StreamRecord record = records.get(Integer.parseInt((String) event.getExtension("position")) - 1);
				assertThat(event.getId()).isEqualTo(record.id().toString());
				assertThat(event.getSource()).hasToString(record.source());
				assertThat(event.getType()).isEqualTo("org.gongkai." + record.name() + ".v1");
				assertThat(event.getDataContentType()).isEqualTo("application/json");
				assertThat(event.getDataSchema()).hasToString("urn:gongkai:schema:" + record.name() + ".v1");
				assertThat(event.getSubject()).isEqualTo(record.stream());
				assertThat(event.getTime().toInstant()).isEqualTo(record.recordedAt());
				assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("position", "previous",
						"streamsequence", "leafhash", "chainhash");
				assertThat(Objects.requireNonNull(event.getData()).toBytes()).asString(StandardCharsets.UTF_8)
					.isEqualTo(record.data());
			});
		}
	}

	@Test
	void records_of_one_stream_lie_in_one_partition_and_several_batches_make_one_chain() {
		try (RelayDesk desk = new RelayDesk()) {
			long head = desk.record(2 * Relay.BATCH + 500);
			desk.relayed();

			desk.follower().whole(1, head);
			Map<String, List<Integer>> partitions = desk.follower()
				.raw()
				.stream()
				.collect(Collectors.groupingBy((raw) -> Follower.read(raw).stream(),
						Collectors.mapping(ConsumerRecord::partition, Collectors.toList())));
			assertThat(partitions.values()).allMatch((of) -> of.stream().distinct().count() == 1);
			assertThat(partitions.values().stream().flatMap(List::stream)).contains(0, 1, 2);
		}
	}

	@Test
	void each_leaf_hash_is_that_of_the_tree() {
		try (RelayDesk desk = new RelayDesk()) {
			long head = desk.record(300);
			desk.relayed();

			List<String> leaves = desk.sql.queryForList("""
					select encode(substring(hashes from 32 * n + 1 for 32), 'hex')
					from log.leaves, generate_series(0, length(hashes) / 32 - 1) n order by first + n""", String.class);
			assertThat(desk.follower().whole(1, head)).extracting(StreamRecord::leaf).containsExactlyElementsOf(leaves);
		}
	}

	@Test
	void what_was_sent_before_the_checkpoint_failed_is_there_once_and_the_chain_goes_on() {
		try (RelayDesk desk = new RelayDesk()) {
			desk.record(10);
			desk.relayed();
			desk.sql.execute("""
					create function command.fail() returns trigger language plpgsql as $$ begin
					raise exception 'the power is gone'; end $$;
					create trigger fail before insert or update on command.relayed for each row when (new.position > 10)
					execute function command.fail()""");
			long head = desk.record(10);
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			assertThat(relay.status().error()).contains("the power is gone");
			RelayDesk.until(() -> desk.follower().chained().size() == head);
			assertThat(relay.status().lag()).isEqualTo(10);

			desk.sql.execute("drop trigger fail on command.relayed");
			desk.caughtUp(relay);
			relay.stop();

			desk.follower().whole(1, head);
		}
	}

	@Test
	void a_lost_checkpoint_is_read_from_the_end_of_the_topic() {
		try (RelayDesk desk = new RelayDesk()) {
			desk.record(20);
			desk.relayed();
			List<Map<String, Object>> before = desk.sql
				.queryForList("select partition, position, chain from command.relayed order by partition");
			desk.sql.execute("delete from command.relayed");

			desk.relayed();

			assertThat(
					desk.sql.queryForList("select partition, position, chain from command.relayed order by partition"))
				.isEqualTo(before);
			long head = desk.record(20);
			desk.relayed();
			desk.follower().whole(1, head);
		}
	}

	@Test
	void another_relay_takes_over_when_the_session_of_the_first_ends() {
		try (RelayDesk desk = new RelayDesk()) {
			Relay first = desk.relay();
			first.start();
			RelayDesk.until(() -> first.status().relaying());
			Relay second = desk.relay();
			second.start();
			desk.record(50);
			desk.caughtUp(second);
			assertThat(second.status().relaying()).isFalse();

			first.stop();
			RelayDesk.until(() -> second.status().relaying());
			long head = desk.record(50);
			desk.caughtUp(second);
			second.stop();

			desk.follower().whole(1, head);
		}
	}

	@Test
	void a_relay_whose_session_the_server_ended_under_load_loses_nothing() {
		try (RelayDesk desk = new RelayDesk()) {
			Relay first = desk.relay();
			Relay second = desk.relay();
			first.start();
			second.start();
			long head = 0;
			for (int round = 0; round < 5; round++) {
				head = desk.record(700);
				desk.sql.queryForList("""
						select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory'
						and l.objid = 7305503 and l.granted
						and l.database = (select oid from pg_database where datname = current_database())""");
			}
			RelayDesk.until(() -> first.status().lag() == 0);
			first.stop();
			second.stop();

			desk.follower().whole(1, head);
		}
	}

	@Test
	void a_writer_that_was_thought_dead_is_shut_out_with_what_it_had_begun() {
		try (RelayDesk desk = new RelayDesk()) {
			desk.record(5);
			desk.relayed();
			long head = desk.record(5);
			Chains chains = Chains.from(3, 1);
			List<Outgoing> forged = chains.add(RelayDesk.ORIGIN, entries(desk));
			try (TopicWriter zombie = new TopicWriter(desk.settings, RelayDesk.ORIGIN)) {
				zombie.begin(forged).values().forEach(RelayTest::acknowledged);

				desk.relayed();

				desk.follower().whole(1, head);
				assertThatThrownBy(() -> zombie.send(forged)).isInstanceOfAny(KafkaException.class,
						IllegalStateException.class);
				desk.follower().whole(1, head);
			}
		}
	}

	@Test
	void a_topic_with_another_number_of_partitions_is_left_alone() throws Exception {
		try (RelayDesk desk = new RelayDesk(); Admin admin = Admin.create(desk.settings.forClient())) {
			admin.createTopics(List.of(new NewTopic(desk.settings.topic(), 5, (short) 1))).all().get();
			desk.record(5);
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			relay.stop();

			assertThat(relay.status().error())
				.contains(desk.settings.topic() + " has 5 partitions and not gongkai.stream.partitions=3");
			assertThat(desk.follower().raw()).isEmpty();
		}
	}

	@Test
	void a_topic_that_the_broker_thins_out_is_left_alone() throws Exception {
		try (RelayDesk desk = new RelayDesk(); Admin admin = Admin.create(desk.settings.forClient())) {
			admin
				.createTopics(List
					.of(new NewTopic(desk.settings.topic(), 3, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
				.all()
				.get();
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			relay.stop();

			assertThat(relay.status().error()).contains("cleanup.policy=compact");
		}
	}

	@Test
	void a_topic_that_knows_more_than_the_log_is_left_alone() {
		try (RelayDesk desk = new RelayDesk(); RelayDesk other = new RelayDesk()) {
			desk.record(9);
			desk.relayed();
			Relay relay = other.relay(desk.settings);
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			assertThat(relay.status().error()).contains("the log was set back");

			other.record(9);
			RelayDesk.until(() -> relay.status().error().contains("not one history"));
			relay.stop();

			desk.follower().whole(1, 9);
		}
	}

	@Test
	void the_topic_of_another_log_is_left_alone() {
		try (RelayDesk desk = new RelayDesk()) {
			desk.record(3);
			try (TopicWriter stranger = writer(desk, "elsewhere")) {
				stranger.send(Chains.from(3, 1).add("elsewhere", entries(desk)));
			}
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			relay.stop();

			assertThat(relay.status().error()).contains("records of elsewhere and this log is gongkai.example/log");
		}
	}

	@Test
	void an_event_that_was_changed_in_the_database_does_not_go_out() {
		try (RelayDesk desk = new RelayDesk()) {
			desk.record(5);
			desk.sql.execute("""
					alter table log.events disable trigger all;
					update log.events set payload = '{"applicationId":"430321/3","askedOn":"2024-07-09"}'
					where stream_id = '430321/3'""");
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);
			relay.stop();

			assertThat(relay.status().error()).contains("position 3 is not what was recorded");
			assertThat(desk.follower().raw()).isEmpty();
		}
	}

	@Test
	void a_topic_that_was_deleted_is_sent_again_with_the_same_chains() throws Exception {
		try (RelayDesk desk = new RelayDesk(); Admin admin = Admin.create(desk.settings.forClient())) {
			long head = desk.record(30);
			desk.relayed();
			List<StreamRecord> before = desk.follower().whole(1, head);
			admin.deleteTopics(List.of(desk.settings.topic())).all().get();
			RelayDesk.until(() -> !admin.listTopics().names().get().contains(desk.settings.topic()));

			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> admin.listTopics().names().get().contains(desk.settings.topic())
					&& desk.follower().raw().size() == head);
			relay.stop();

			assertThat(desk.follower().whole(1, head)).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void the_chain_goes_on_behind_records_that_have_passed_their_retention(boolean checkpoint) throws Exception {
		try (RelayDesk desk = new RelayDesk(); Admin admin = Admin.create(desk.settings.forClient())) {
			desk.record(30);
			desk.relayed();
			List<StreamRecord> before = desk.follower().whole(1, 30);
			admin.deleteRecords(Map.of(new TopicPartition(desk.settings.topic(), 0), RecordsToDelete.beforeOffset(-1),
					new TopicPartition(desk.settings.topic(), 1), RecordsToDelete.beforeOffset(-1)))
				.all()
				.get();
			int left = desk.follower().raw().size();
			assertThat(left).isLessThan(30);
			if (!checkpoint) {
				desk.sql.execute("delete from command.relayed");
			}
			desk.record(30);
			desk.relayed();

			List<StreamRecord> after = desk.follower().chained();
			assertThat(after).extracting(StreamRecord::position).doesNotHaveDuplicates().endsWith(59L, 60L);
			Chains chains = Chains.from(3, 1);
			List<StreamRecord> all = chains.add(RelayDesk.ORIGIN, entries(desk))
				.stream()
				.map(Outgoing::record)
				.toList();
			assertThat(all).startsWith(before.toArray(StreamRecord[]::new)).containsAll(after);
			assertThat(after).containsAll(all.subList(30, 60));
		}
	}

	@Test
	void the_meters_tell_how_far_the_stream_is() {
		try (RelayDesk desk = new RelayDesk()) {
			long head = desk.record(4);
			Relay relay = desk.relay();
			MeterBinder meters = new StreamRelaying().relayMeters(relay);
			MeterRegistry registry = new SimpleMeterRegistry();
			meters.bindTo(registry);
			assertThat(registry.get("gongkai.stream.lag").gauge().value()).isEqualTo(head);

			relay.start();
			desk.caughtUp(relay);

			assertThat(registry.get("gongkai.stream.lag").gauge().value()).isZero();
			assertThat(registry.get("gongkai.stream.relayed").gauge().value()).isEqualTo(head);
			assertThat(registry.get("gongkai.stream.relaying").gauge().value()).isEqualTo(1);
			assertThat(registry.get("gongkai.stream.failing").gauge().value()).isZero();
			relay.stop();
		}
	}

	private static List<StreamSource.Entry> entries(RelayDesk desk) {
		try (var connection = desk.append().getConnection()) {
			return StreamSource.of(connection).read(0, Relay.BATCH);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TopicWriter writer(RelayDesk desk, String origin) {
		try {
			Topic.require(desk.settings);
			return new TopicWriter(desk.settings, origin);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void acknowledged(Future<?> sent) {
		try {
			sent.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(ConsumerRecord<byte[], byte[]> raw) {
		String headers = Arrays.stream(raw.headers().toArray())
			.map((Header header) -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("\n"));
		return new String(raw.key(), StandardCharsets.UTF_8) + "\n" + headers + "\n"
				+ new String(raw.value(), StandardCharsets.UTF_8);
	}

}
