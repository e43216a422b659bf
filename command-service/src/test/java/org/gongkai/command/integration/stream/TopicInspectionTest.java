package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.statute.Refused;
import org.gongkai.testing.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Reading a topic through, and sending it again. Each topic that a test spoils is a copy: the checkpoint is told that the
/// broker acknowledged it.
class TopicInspectionTest {

	private static RelayDesk desk;

	private static List<StreamRecord> records;

	@BeforeAll
	static void relayAHistory() {
		desk = new RelayDesk();
		desk.record(40);
		desk.relayed();
		records = desk.follower().whole(1, 40);
	}

	@AfterAll
	static void close() {
		desk.close();
	}

	@Test
	void a_topic_that_holds_the_whole_log_is_whole() throws SQLException {
		assertThat(TopicInspection.of(desk.append(), desk.settings))
			.isEqualTo(new TopicInspection.Verdict(desk.settings.topic(), true, 40, 40, 40, 0, List.of(), 0));
	}

	@Test
	void a_missing_record_is_named() throws SQLException {
		TopicInspection.Verdict verdict = inspected((all) -> without(all, 17), 40);

		assertThat(verdict.whole()).isFalse();
		assertThat(verdict.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.position()).isEqualTo(17);
			assertThat(fault.upTo()).isEqualTo(17);
			assertThat(fault.what()).isEqualTo("missing");
		});
	}

	@Test
	void a_lost_end_is_told_of_by_partition() throws SQLException {
		TopicInspection.Verdict verdict = inspected((all) -> all.subList(0, 20), 40);

		assertThat(verdict.faults()).hasSize(3).allMatch((fault) -> fault.what().equals("missing"));
		assertThat(verdict.faults()).anyMatch((fault) -> fault.position() == 21)
			.anyMatch((fault) -> fault.upTo() == 40);
	}

	@Test
	void data_that_was_changed_is_named_though_its_headers_stayed() throws SQLException {
		TopicInspection.Verdict verdict = inspected(
				(all) -> replaced(all, 23, (record) -> with(record, record.data().replace("2024-07-08", "2024-07-09"))),
				40);

		assertThat(verdict.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.position()).isEqualTo(23);
			assertThat(fault.what()).isEqualTo("not what the log makes of it");
		});
	}

	@Test
	void records_that_changed_places_are_named() throws SQLException {
		int partition = partition(records.get(0));
		List<StreamRecord> same = records.stream().filter((record) -> partition(record) == partition).toList();
		StreamRecord early = same.get(1);
		StreamRecord late = same.get(2);

		TopicInspection.Verdict verdict = inspected(
				(all) -> all.stream().map((one) -> one.equals(early) ? late : one.equals(late) ? early : one).toList(),
				40);

		assertThat(verdict.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.position()).isEqualTo(early.position());
			assertThat(fault.what()).isEqualTo("stands behind position " + late.position());
		});
	}

	@Test
	void a_record_that_was_sent_twice_is_no_fault() throws SQLException {
		TopicInspection.Verdict verdict = inspected(
				(all) -> Stream.concat(all.stream(), all.stream().skip(30)).toList(), 40);

		assertThat(verdict.whole()).isTrue();
		assertThat(verdict.records()).isEqualTo(50);
	}

	@Test
	void what_has_passed_its_retention_is_not_missed() throws Exception {
		StreamSettings copy = copied(records, 40);
		try (Admin admin = Admin.create(copy.forClient())) {
			admin.deleteRecords(Map.of(new TopicPartition(copy.topic(), 0), RecordsToDelete.beforeOffset(5)))
				.all()
				.get();
		}

		TopicInspection.Verdict verdict = TopicInspection.of(desk.append(), copy);

		assertThat(verdict.whole()).isTrue();
		assertThat(verdict.expired()).isEqualTo(5);
	}

	@Test
	void the_log_is_sent_again_from_a_position_with_the_same_records() throws Exception {
		StreamSettings again = desk.settings.to(TestKafka.topic(), 3);

		assertThat(Emission.emit(desk.append(), again, 11)).isEqualTo(new Emission.Emitted(again.topic(), 11, 40, 30));

		assertThat(new Follower(again.bootstrapServers(), again.topic()).whole(11, 40))
			.isEqualTo(records.subList(10, 40));
		assertThatThrownBy(() -> Emission.emit(desk.append(), again, 1)).isInstanceOf(Refused.class)
			.hasMessageContaining("has records already");
		assertThatThrownBy(() -> Emission.emit(desk.append(), again.to(again.topic(), 2), 1))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("has 3 partitions");
		assertThatThrownBy(() -> Emission.emit(desk.append(), desk.settings.to(TestKafka.topic(), 3), 41))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("1 to 40");
	}

	@Test
	void the_log_is_sent_again_to_another_number_of_partitions_as_another_chain() throws Exception {
		StreamSettings again = desk.settings.to(TestKafka.topic(), 1);

		Emission.emit(desk.append(), again, 1);

		assertThat(new Follower(again.bootstrapServers(), again.topic()).whole(1, 40)).extracting(StreamRecord::data)
			.containsExactlyElementsOf(records.stream().map(StreamRecord::data).toList());
	}

	private static TopicInspection.Verdict inspected(UnaryOperator<List<StreamRecord>> spoil, long acknowledged)
			throws SQLException {
		return TopicInspection.of(desk.append(), copied(spoil.apply(records), acknowledged));
	}

	private static StreamSettings copied(List<StreamRecord> some, long acknowledged) {
		StreamSettings copy = desk.settings.to(TestKafka.topic(), 3);
		try {
			Topic.require(copy);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(copy.forClient(), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			some.forEach((record) -> {
				ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(copy.topic(), partition(record),
						utf8(record.stream()), utf8(record.data()));
				record.headers().forEach((name, value) -> message.headers().add(name, utf8(value)));
				producer.send(message);
			});
		}
		desk.sql.update("insert into command.relayed values (?, 0, ?, ?, 0)", copy.topic(), acknowledged,
				"0".repeat(64));
		return copy;
	}

	private static List<StreamRecord> without(List<StreamRecord> all, long position) {
		return all.stream().filter((record) -> record.position() != position).toList();
	}

	private static List<StreamRecord> replaced(List<StreamRecord> all, long position, UnaryOperator<StreamRecord> by) {
		return all.stream().map((record) -> (record.position() == position) ? by.apply(record) : record).toList();
	}

	private static StreamRecord with(StreamRecord record, String data) {
		return StreamRecord.read(record.stream(), record.headers(), data);
	}

	private static int partition(StreamRecord record) {
		return Chains.partition(record.stream(), 3);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
