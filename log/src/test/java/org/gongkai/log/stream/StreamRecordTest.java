package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Recorded;
import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamRecordTest {

	private static final String SOURCE = "gongkai.example/log";

	private static final String PAYLOAD = """
			{"applicationId":"430321/2024-1","agency":"430321","applicationNo":"2024-1","applicantKind":"natural_person",\
			"channel":"online","submittedOn":"2024-01-08","receivedOn":"2024-01-08","historical":false,\
			"personal":{"key":"k","cipher":"aes-256-gcm","iv":"i","data":"张三"}}""";

	@Test
	void the_headers_are_a_cloud_event_in_kafka_s_binary_mode() {
		StreamRecord record = record(received(7), new PartitionEnd(3, "ab".repeat(32)));

		assertThat(record.headers()).containsExactly(Map.entry("content-type", "application/json"),
				Map.entry("ce_specversion", "1.0"), Map.entry("ce_id", "0197f1f0-0000-7000-8000-000000000007"),
				Map.entry("ce_source", SOURCE), Map.entry("ce_type", "org.gongkai.application.ApplicationReceived.v1"),
				Map.entry("ce_time", "2024-01-09T02:00:00.000000Z"), Map.entry("ce_subject", "430321/2024-1"),
				Map.entry("ce_dataschema", "urn:gongkai:schema:application.ApplicationReceived.v1"),
				Map.entry("ce_position", "7"), Map.entry("ce_previous", "3"), Map.entry("ce_streamsequence", "0"),
				Map.entry("ce_leafhash", HexFormat.of().formatHex(leafHash(received(7)))),
				Map.entry("ce_chainhash", record.chain()));
	}

	@Test
	void the_chain_hash_is_what_the_page_says_it_is() throws NoSuchAlgorithmException {
		Leaf event = received(7);
		StreamRecord record = record(event, new PartitionEnd(3, "ab".repeat(32)));

		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update(HexFormat.of().parseHex("ab".repeat(32)));
		digest.update(leafHash(event));
		digest.update("""
				0197f1f0-0000-7000-8000-000000000007
				gongkai.example/log
				org.gongkai.application.ApplicationReceived.v1
				2024-01-09T02:00:00.000000Z
				430321/2024-1
				7
				3
				0
				""".getBytes(StandardCharsets.UTF_8));
		assertThat(record.chain())
			.isEqualTo(HexFormat.of().formatHex(digest.digest(record.data().getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void nothing_personal_is_left_in_the_data_sealed_or_not() {
		assertThat(record(received(1), PartitionEnd.NONE).data()).isEqualTo(
				"""
						{"applicationId":"430321/2024-1","agency":"430321","applicationNo":"2024-1","applicantKind":"natural_person",\
						"channel":"online","submittedOn":"2024-01-08","receivedOn":"2024-01-08","historical":false}""");
		assertThat(StreamData.of("access.SignedIn",
				"{\"account\":\"wang\",\"address\":\"192.0.2.7\",\"signedInOn\":\"2024-01-08\"}"))
			.isEqualTo("{\"account\":\"wang\",\"signedInOn\":\"2024-01-08\"}");
		assertThat(StreamData.of("access.AccountOpened", """
				{"account":"wang","displayName":"王科员","machine":false,"openedOn":"2024-01-08"}"""))
			.isEqualTo("{\"account\":\"wang\",\"machine\":false,\"openedOn\":\"2024-01-08\"}");
	}

	@ParameterizedTest
	@MethodSource("golden")
	void every_event_comes_out_as_it_went_in_but_for_what_is_personal(Path file) throws IOException {
		String name = file.getFileName().toString().replaceAll("(\\.minimal)?\\.json$", "");
		String stored = Files.readString(file).stripTrailing();
		Leaf event = leaf(4, name, stored);

		StreamRecord sent = record(event, PartitionEnd.NONE);
		StreamRecord came = StreamRecord.read(sent.stream(), sent.headers(), sent.data());

		assertThat(came).isEqualTo(sent);
		Recorded<Event> recorded = came.event();
		assertThat(recorded.position()).isEqualTo(4);
		assertThat(recorded.recordedAt()).isEqualTo(Instant.parse("2024-01-09T02:00:00Z"));
		assertThat(recorded.metadata()).isEmpty();
		assertThat(EventCatalog.nameOf(recorded.event().getClass())).isEqualTo(name);
		assertThat(StreamData.of(name, EventJson.write(recorded.event()))).isEqualTo(sent.data());
		assertThat(sent.data()).doesNotContain("“name”的内容\",\"identityDocument", "“party”的内容", "“displayName”的内容",
				"“phone”的内容");
	}

	static Stream<Path> golden() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
			return files.sorted().toList().stream();
		}
	}

	@Test
	void a_record_follows_the_one_before_it_and_no_other() {
		StreamRecord first = record(received(1), PartitionEnd.NONE);
		StreamRecord second = record(received(2), first.end());
		StreamRecord third = record(received(5), second.end());

		assertThat(first.follows(PartitionEnd.NONE)).isTrue();
		assertThat(second.follows(first.end())).isTrue();
		assertThat(third.follows(second.end())).isTrue();
		assertThat(third.follows(first.end())).isFalse();
		assertThat(third.follows(new PartitionEnd(2, first.chain()))).isFalse();
		assertThat(second.follows(PartitionEnd.NONE)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_id", "ce_source", "ce_time", "ce_streamsequence", "ce_leafhash", "ce_chainhash" })
	void a_header_that_was_changed_breaks_the_chain(String header) {
		StreamRecord sent = record(received(1), PartitionEnd.NONE);
		Map<String, String> headers = new LinkedHashMap<>(sent.headers());
		headers.computeIfPresent(header, (_, value) -> switch (header) {
			case "ce_time" -> "2024-01-09T02:00:00.000001Z";
			case "ce_source" -> value + "s";
			default -> (value.charAt(value.length() - 1) == '1') ? value.substring(0, value.length() - 1) + "2"
					: value.substring(0, value.length() - 1) + "1";
		});

		assertThat(StreamRecord.read(sent.stream(), headers, sent.data()).follows(PartitionEnd.NONE)).isFalse();
	}

	@Test
	void data_that_was_changed_breaks_the_chain() {
		StreamRecord sent = record(received(1), PartitionEnd.NONE);

		assertThat(StreamRecord.read(sent.stream(), sent.headers(), sent.data().replace("online", "mail"))
			.follows(PartitionEnd.NONE)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_id", "ce_time", "ce_type", "ce_specversion", "ce_position", "ce_previous",
			"ce_streamsequence", "ce_leafhash", "ce_chainhash", "ce_subject", "ce_dataschema", "content-type" })
	void what_is_no_record_is_refused_by_name(String header) {
		StreamRecord sent = record(received(1), PartitionEnd.NONE);
		Map<String, String> lacking = new LinkedHashMap<>(sent.headers());
		lacking.remove(header);
		Map<String, String> wrong = new LinkedHashMap<>(sent.headers());
		wrong.put(header, "-1");

		for (Map<String, String> headers : List.of(lacking, wrong)) {
			assertThatThrownBy(() -> StreamRecord.read(sent.stream(), headers, sent.data()))
				.isInstanceOf(MalformedRecord.class);
		}
	}

	@Test
	void a_form_that_this_version_does_not_know_is_no_event_of_it() {
		StreamRecord sent = record(received(1), PartitionEnd.NONE);
		Map<String, String> headers = new LinkedHashMap<>(sent.headers());
		headers.put("ce_type", "org.gongkai.application.ApplicationReceived.v9");
		headers.put("ce_dataschema", "urn:gongkai:schema:application.ApplicationReceived.v9");
		StreamRecord later = StreamRecord.read(sent.stream(), headers, sent.data());

		assertThatThrownBy(later::event).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("ApplicationReceived.v9");
	}

	private static StreamRecord record(Leaf event, PartitionEnd end) {
		return StreamRecord.of(SOURCE, event, leafHash(event), end);
	}

	private static byte[] leafHash(Leaf event) {
		return Hash.SHA_256.hasher().leaf(event.data());
	}

	private static Leaf received(long position) {
		return leaf(position, "application.ApplicationReceived", PAYLOAD);
	}

	private static Leaf leaf(long position, String name, String payload) {
		return new Leaf(position, "application", "430321/2024-1", 0,
				UUID.fromString("0197f1f0-0000-7000-8000-00000000000" + position), name, "2",
				Leaf.micros(Instant.parse("2024-01-09T02:00:00Z")), payload, "{\"actor\":\"王科员\"}");
	}

}
