package org.gongkai.query.integration;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.gongkai.events.Metadata;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.received.ReceivedLog;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.query.integration.Receiving.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReceiverTest {

	private final Receiving receiving = new Receiving();

	private final SourceLog source = new SourceLog("township.example/log");

	private final MemoryTopic topic = new MemoryTopic();

	@AfterEach
	void stop() {
		this.receiving.close();
	}

	@Test
	void records_of_several_partitions_come_in_the_order_of_the_source() {
		List<StreamRecord> records = records(9);
		// partition 2 comes first, then 1, then 0
		for (int partition = 2; partition >= 0; partition--) {
			for (int i = partition; i < 9; i += 3) {
				this.topic.send(partition, records.get(i));
			}
		}

		Received receiver = this.receiving.receive(this.source, this.topic);

		Receiving.reaches(receiver, 9);
		assertThat(this.receiving.order())
			.isEqualTo(IntStream.rangeClosed(1, 9).mapToObj((number) -> "321301/" + number + "#0").toList());
		assertThat(this.receiving.reader().read(8, 1).getFirst().metadata()).containsExactlyInAnyOrderEntriesOf(
				Map.of(Metadata.SOURCE, "township.example/log", Metadata.SOURCE_POSITION, "9"));
	}

	@Test
	void what_is_delivered_again_counts_once() {
		List<StreamRecord> records = records(6);
		IntStream.range(0, 6).forEach((i) -> this.topic.send(i % 3, records.get(i)));
		// the relay did not learn that 3 to 6 had arrived
		IntStream.range(2, 6).forEach((i) -> this.topic.send(i % 3, records.get(i)));

		Received receiver = this.receiving.receive(this.source, this.topic);

		Receiving.reaches(receiver, 6);
		this.topic.send(0, this.source.record(0, asked(7)));
		Receiving.reaches(receiver, 7);
		assertThat(this.receiving.order()).hasSize(7).doesNotHaveDuplicates();
	}

	@Test
	void a_receiver_that_starts_again_and_one_beside_it_take_nothing_twice() {
		records(50).forEach((record) -> this.topic.send((int) ((record.position() - 1) % 3), record));
		Received first = this.receiving.receive(this.source, this.topic);
		Received second = this.receiving.receive(this.source, this.topic);
		Receiving.reaches(first, 50);
		Receiving.reaches(second, 50);
		first.stop();

		this.topic.send(2, this.source.record(2, asked(51)));
		Received third = this.receiving.receive(this.source, this.topic);

		Receiving.reaches(second, 51);
		Receiving.reaches(third, 51);
		assertThat(this.receiving.order()).hasSize(51).doesNotHaveDuplicates();
	}

	@Test
	void a_hole_in_a_partition_stops_the_source_until_the_missing_record_comes() {
		List<StreamRecord> records = records(9);
		IntStream.range(0, 9).filter((i) -> i != 4).forEach((i) -> this.topic.send(i % 3, records.get(i)));

		Received receiver = this.receiving.receive(this.source, this.topic);

		ReceivedLog.Stop fault = Receiving.stops(receiver, Fault.Kind.HOLE);
		assertThat(receiver.standing().position()).isEqualTo(4);
		assertThat(receiver.standing().seen()).isEqualTo(9);
		assertThat(fault.detail())
			.isEqualTo("partition 1, offset 1: position 8 follows 5 in its partition, and 2 is the last that came");

		this.topic.send(1, records.get(4));
		Receiving.reaches(receiver, 9);
		assertThat(this.receiving.order()).hasSize(9).doesNotHaveDuplicates();
	}

	@Test
	void a_partition_that_is_silent_holds_the_others_back() {
		List<StreamRecord> records = records(6);
		IntStream.range(0, 6).filter((i) -> i % 3 != 1).forEach((i) -> this.topic.send(i % 3, records.get(i)));

		Received receiver = this.receiving.receive(this.source, this.topic);

		assertThat(Receiving.stops(receiver, Fault.Kind.HOLE).detail())
			.isEqualTo("position 2 has not come, and 6 is there already");
		this.topic.send(1, records.get(1));
		this.topic.send(1, records.get(4));
		Receiving.reaches(receiver, 6);
	}

	@Test
	void a_hole_heals_when_the_topic_is_made_anew_with_other_partitions() {
		List<StreamRecord> records = records(6);
		IntStream.range(0, 6).filter((i) -> i != 3).forEach((i) -> this.topic.send(i % 3, records.get(i)));
		Received receiver = this.receiving.receive(this.source, this.topic);
		Receiving.stops(receiver, Fault.Kind.HOLE);

		this.topic.makeAnew();
		this.source.beginAnew();
		for (int position = 1; position <= 6; position++) {
			this.topic.send(position % 2, this.source.send(position % 2, position));
		}

		Receiving.reaches(receiver, 6);
		assertThat(this.receiving.order()).hasSize(6).doesNotHaveDuplicates();
	}

	@Test
	void a_record_that_was_changed_stops_the_source_until_the_right_one_comes() {
		List<StreamRecord> records = records(4);
		StreamRecord right = records.get(2);
		StreamRecord changed = new StreamRecord(right.id(), right.source(), right.name(), right.revision(),
				right.recordedAt(), right.stream(), right.position(), right.previous(), right.sequence(), right.leaf(),
				right.chain(), right.data().replace("2024-07-03", "2024-07-04"));
		this.topic.send(0, records.get(0));
		this.topic.send(1, records.get(1));
		this.topic.send(2, changed);
		this.topic.send(0, records.get(3));

		Received receiver = this.receiving.receive(this.source, this.topic);

		assertThat(Receiving.stops(receiver, Fault.Kind.WRONG_HASH).detail())
			.isEqualTo("partition 2, offset 0: position 3 is not what its hash says");
		assertThat(receiver.standing().position()).isEqualTo(2);
		this.topic.send(2, right);
		Receiving.reaches(receiver, 4);
		assertThat(this.receiving.reader().read(2, 1).getFirst().event())
			.isEqualTo(new ReasonsRequested("321301/3", LocalDate.parse("2024-07-03")));
	}

	@Test
	void a_position_that_comes_again_with_another_hash_stops_the_source() {
		records(3).forEach((record) -> this.topic.send(0, record));
		Received receiver = this.receiving.receive(this.source, this.topic);
		Receiving.stops(receiver, Fault.Kind.HOLE);
		this.topic.makeAnew();
		this.source.beginAnew();
		List<StreamRecord> whole = new ArrayList<>();
		for (int position = 1; position <= 3; position++) {
			whole.add(this.source.send(0, position));
		}
		whole.forEach((record) -> this.topic.send(0, record));
		Receiving.reaches(receiver, 3);

		SourceLog other = new SourceLog("township.example/log");
		this.topic.send(0, other.record(0, asked(9)));

		assertThat(Receiving.stops(receiver, Fault.Kind.TWO_HASHES).detail())
			.isEqualTo("position 1 came with another hash before");
		this.topic.send(0, this.source.record(0, asked(4)));
		assertThat(this.receiving.order()).hasSize(3);
		this.topic.makeAnew();
		this.source.beginAnew();
		for (int position = 1; position <= 4; position++) {
			this.topic.send(0, this.source.send(0, position));
		}
		Receiving.reaches(receiver, 4);
	}

	@Test
	void what_lay_on_a_topic_before_it_was_made_anew_is_not_waited_for() {
		StreamRecord first = this.source.record(0, asked(1));
		StreamRecord forged = new StreamRecord(first.id(), first.source(), first.name(), first.revision(),
				first.recordedAt(), first.stream(), 99, 98, first.sequence(), first.leaf(), first.chain(),
				first.data());
		this.topic.send(0, forged);
		Received receiver = this.receiving.receive(this.source, this.topic);
		Receiving.stops(receiver, Fault.Kind.HOLE);
		assertThat(receiver.standing().seen()).isEqualTo(99);

		this.topic.makeAnew();
		this.topic.send(0, first);

		Receiving.reaches(receiver, 1);
		assertThat(receiver.standing().seen()).isEqualTo(1);
	}

	@Test
	void a_record_of_another_log_and_one_that_is_none_are_passed_over_and_said() {
		StreamRecord first = this.source.record(0, asked(1));
		this.topic.send(0, new SourceLog("elsewhere.example/log").record(0, asked(1)));
		Received receiver = this.receiving.receive(this.source, this.topic);
		assertThat(Receiving.stops(receiver, Fault.Kind.OTHER_SOURCE).detail())
			.isEqualTo("partition 0, offset 0 is of elsewhere.example/log");

		Map<String, String> headers = new HashMap<>(first.headers());
		headers.remove("ce_position");
		this.topic.send(0, first, headers);
		assertThat(Receiving.stops(receiver, Fault.Kind.UNREADABLE).detail())
			.isEqualTo("partition 0, offset 1: the header ce_position is missing");

		this.topic.send(0, first);
		Receiving.reaches(receiver, 1);
	}

	@Test
	void a_broker_that_does_not_answer_is_said_and_forgotten_when_it_does() {
		Received receiver = this.receiving.receive(this.source, this.topic);
		this.topic.reachable(false);
		Receiving.stops(receiver, Fault.Kind.UNREACHABLE);

		this.topic.send(0, this.source.record(0, asked(1)));
		this.topic.reachable(true);

		Receiving.reaches(receiver, 1);
	}

	@Test
	void nothing_is_received_into_a_database_with_a_log_of_its_own() {
		this.receiving.sql.update("insert into log.identity (origin, hash) values ('county.example/log', 'sha-256')");

		assertThatThrownBy(() -> this.receiving.log.open(List.of("township.example/log")))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("county.example/log");
	}

	@Test
	void nothing_is_recorded_in_a_database_that_holds_what_was_received() {
		this.receiving.log.open(List.of("township.example/log"));
		LogIdentity county = new LogIdentity(SigningKey.generate("county.example/log", new SecureRandom()),
				Hash.SHA_256, EventMac.of("5b".repeat(32), "county.example/log", Hash.SHA_256));

		assertThatThrownBy(() -> county.claim(this.receiving.append())).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("township.example/log");
	}

	@Test
	void what_was_taken_stays_and_leaves_no_hole_whoever_writes() {
		this.topic.send(0, this.source.record(0, asked(1)));
		Receiving.reaches(this.receiving.receive(this.source, this.topic), 1);

		assertThatThrownBy(() -> this.receiving.sql.update("delete from log.received")).rootCause()
			.hasMessageContaining("delete of log.received is refused");
		assertThatThrownBy(() -> this.receiving.sql.update(
				"insert into log.received values ('township.example/log', 3, decode(repeat('00', 32), 'hex'), null)"))
			.rootCause()
			.hasMessageContaining("it would leave a hole");
	}

	/// Records in three partitions in turn.
	private List<StreamRecord> records(int number) {
		return IntStream.rangeClosed(1, number)
			.mapToObj((position) -> this.source.record((position - 1) % 3, asked(position)))
			.toList();
	}

	private static ReasonsRequested asked(int number) {
		return new ReasonsRequested("321301/" + number, LocalDate.parse("2024-07-01").plusDays(number - 1));
	}

}
