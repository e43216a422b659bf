package org.gongkai.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.axonframework.eventhandling.EventMessage;
import org.gongkai.events.Event;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Personal;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalErased;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.SealingCipher;
import org.gongkai.log.personal.WrongMasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What the log holds of people, on the disk and after their key is gone.
class SealedEventsTest {

	private static final Personal WANG = new Personal("王小明", null, null, null, null, "拆迁补偿方案", null, null);

	private static final Personal NOBODY = new Personal(null, null, null, null, null, null, null, null);

	private final LogUnderTest log = new LogUnderTest();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void what_is_stored_counts_and_names_nobody() {
		append("A/1", received("A/1", WANG));

		String stored = this.log.superuser.queryForObject("select revision || payload from log.events", String.class);

		assertThat(stored).startsWith("2{\"applicationId\":\"A/1\"")
			.contains("\"receivedOn\":\"2024-03-01\"", "\"cipher\":\"aes-256-gcm\"")
			.doesNotContain("王小明", "拆迁");
		assertThat(read("A/1").personal()).isEqualTo(WANG);
		assertThat(this.log.store(clock()).readEvents("A/1").next().getPayload()).isEqualTo(received("A/1", WANG));
		assertThat(this.log.reader().impersonal().stream("A/1")).extracting((recorded) -> recorded.event())
			.containsExactly(received("A/1", NOBODY));
	}

	@Test
	void an_event_that_names_nobody_needs_no_key() {
		append("A/1", received("A/1", NOBODY));

		assertThat(this.log.superuser.queryForObject("select count(*) from keys.personal_keys", Long.class)).isZero();
		assertThat(this.log.superuser.queryForObject("select revision from log.events", String.class)).isEqualTo("1");
	}

	@Test
	void what_was_recorded_in_clear_before_stays_readable() throws Exception {
		append("A/1", received("A/1", NOBODY));
		this.log.sequence();
		this.log.superuser.execute("alter table log.events disable trigger all");
		this.log.superuser.execute(
				"""
						update log.events set payload = replace(payload::text, '"personal":{}', '"personal":{"name":"王小明"}')::json
						""");

		assertThat(read("A/1").personal().name()).isEqualTo("王小明");
	}

	@Test
	void with_its_key_destroyed_a_stream_forgets_for_ever_and_keeps_counting() {
		append("A/1", received("A/1", WANG));
		append("A/2", received("A/2", WANG));

		assertThat(this.log.keys.destroy(Set.of("A/1"))).isOne();

		assertThat(read("A/1")).isEqualTo(received("A/1", NOBODY));
		assertThat(this.log.store(clock()).readEvents("A/1").next().getPayload()).isEqualTo(received("A/1", NOBODY));
		assertThat(read("A/2").personal()).isEqualTo(WANG);
		assertThat(this.log.keys.destroy(Set.of("A/1"))).isZero();
		assertThat(this.log.keys.notDestroyed(List.of("A/1", "A/2", "A/3"))).containsExactly("A/2", "A/3");
		assertThatThrownBy(() -> this.log.append("A/1", 1, clock(), received("A/1", WANG)))
			.isInstanceOf(PersonalErased.class);
		this.log.append("A/1", 1, clock(), received("A/1", NOBODY));
	}

	@Test
	void whoever_opened_a_stream_before_opens_it_no_more_once_another_node_destroyed_its_key() {
		append("A/1", received("A/1", WANG));
		PersonalKeys elsewhere = PersonalKeys.reading(this.log.as(KeyDatabase.READ), this.log.masterKey);
		LogReader reader = JdbcLogReader.opening(this.log.as(LogDatabase.READ), elsewhere);
		sequence();
		String cell = elsewhere.safe(Set.of("A/1")).sealCell("A/1", "applicant_name", "王小明");
		assertThat(reader.stream("A/1")).extracting((recorded) -> recorded.event())
			.containsExactly(received("A/1", WANG));
		assertThat(elsewhere.safe(Set.of("A/1")).openCell("A/1", "applicant_name", cell)).isEqualTo("王小明");

		this.log.keys.destroy(Set.of("A/1"));

		assertThat(reader.stream("A/1")).extracting((recorded) -> recorded.event())
			.containsExactly(received("A/1", NOBODY));
		assertThat(elsewhere.safe(Set.of("A/1")).openCell("A/1", "applicant_name", cell)).isNull();
	}

	@Test
	void of_streams_that_are_recorded_together_some_have_their_keys_already() {
		append("A/1", received("A/1", WANG));

		List<EventMessage<?>> together = new ArrayList<>(LogUnderTest.message("A/1", 1, received("A/1", WANG)));
		together.addAll(LogUnderTest.message("A/2", 0, received("A/2", WANG)));
		this.log.store(clock()).appendEvents(together);

		assertThat(this.log.superuser.queryForList(
				"select distinct stream_id || (payload -> 'personal' ->> 'key') from log.events", String.class))
			.hasSize(2);
		assertThat(read("A/1").personal()).isEqualTo(WANG);
		assertThat(read("A/2").personal()).isEqualTo(WANG);
	}

	@Test
	void a_sealed_part_that_is_moved_to_another_event_does_not_open() throws Exception {
		append("A/1", received("A/1", WANG));
		this.log.append("A/1", 1, clock(), received("A/1", WANG));
		this.log.sequence();
		this.log.superuser.execute("alter table log.events disable trigger all");
		this.log.superuser.execute("""
				update log.events set payload = (select other.payload from log.events other where other.sequence = 1)
				where sequence = 0""");

		assertThatThrownBy(() -> read("A/1")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("was changed or belongs to another event");
	}

	@Test
	void sm4_can_be_chosen_for_new_keys_and_old_ones_go_on() {
		append("A/1", received("A/1", WANG));
		PersonalKeys chinese = keys(this.log.masterKey, SealingCipher.SM4_GCM);

		LogStore.engine(this.log.writers(), this.log.transactions(), clock(), chinese, LogUnderTest.MAC)
			.appendEvents(LogUnderTest.message("A/2", 0, received("A/2", WANG)));

		assertThat(this.log.superuser.queryForList(
				"select payload -> 'personal' ->> 'cipher' from log.events order by event_index", String.class))
			.containsExactly("aes-256-gcm", "sm4-gcm");
		assertThat(read("A/2").personal()).isEqualTo(WANG);
		assertThat(read("A/1").personal()).isEqualTo(WANG);
	}

	@Test
	void the_master_key_is_replaced_without_a_loss() throws Exception {
		append("A/1", received("A/1", WANG));
		String before = Files.readString(this.log.masterKey);
		PersonalKeys elsewhere = PersonalKeys.reading(this.log.as(KeyDatabase.READ), this.log.masterKey);

		assertThat(this.log.keys.rotate()).isEqualTo(new PersonalKeys.Rotation(1, false));

		assertThat(Files.readString(this.log.masterKey)).hasSize(65).isNotEqualTo(before);
		assertThat(read("A/1").personal()).isEqualTo(WANG);
		assertThat(JdbcLogReader.opening(this.log.as(LogDatabase.READ), elsewhere).stream("A/1"))
			.extracting((recorded) -> recorded.event())
			.containsExactly(received("A/1", WANG));
		append("A/2", received("A/2", WANG));
		Files.writeString(this.log.masterKey, before);
		assertThatThrownBy(() -> keys(this.log.masterKey, SealingCipher.AES_256_GCM))
			.isInstanceOf(WrongMasterKey.class);
	}

	@Test
	void a_rotation_that_was_cut_off_anywhere_is_finished_by_the_next() throws Exception {
		append("A/1", received("A/1", WANG));
		append("A/2", received("A/2", WANG));
		String old = Files.readString(this.log.masterKey);
		this.log.keys.rotate();
		String half = Files.readString(this.log.masterKey) + old;
		// as if it had ended after the new key was written down and half of the keys
		// were wrapped
		Files.writeString(this.log.masterKey, half);
		append("A/3", received("A/3", WANG));
		this.log.keys.rotate();

		assertThat(Files.readAllLines(this.log.masterKey)).hasSize(1).doesNotContain(old.strip());
		Files.writeString(this.log.masterKey, "f".repeat(64) + "\n" + Files.readString(this.log.masterKey));
		PersonalKeys restarted = keys(this.log.masterKey, SealingCipher.AES_256_GCM);
		assertThat(restarted.rotate()).isEqualTo(new PersonalKeys.Rotation(3, true));
		assertThat(Files.readAllLines(this.log.masterKey)).containsExactly("f".repeat(64));
		for (String stream : List.of("A/1", "A/2", "A/3")) {
			assertThat(read(stream).personal()).isEqualTo(WANG);
		}
	}

	@Test
	void without_the_right_master_key_nothing_starts() throws Exception {
		append("A/1", received("A/1", WANG));

		Files.writeString(this.log.masterKey, "0".repeat(64));
		assertThatThrownBy(() -> keys(this.log.masterKey, SealingCipher.AES_256_GCM)).isInstanceOf(WrongMasterKey.class)
			.hasMessageContaining("is not the one of the keys of this database")
			.hasMessageContaining("restore it from the backup");
		assertThatThrownBy(() -> PersonalKeys.reading(this.log.as(KeyDatabase.READ), this.log.masterKey))
			.isInstanceOf(WrongMasterKey.class);
		Files.delete(this.log.masterKey);
		assertThatThrownBy(() -> keys(this.log.masterKey, SealingCipher.AES_256_GCM)).isInstanceOf(WrongMasterKey.class)
			.hasMessageContaining("is missing");
		assertThat(this.log.masterKey).doesNotExist();
	}

	private PersonalKeys keys(Path masterKey, SealingCipher cipher) {
		return PersonalKeys.keeping(this.log.as(KeyDatabase.KEEP), masterKey, cipher);
	}

	private void append(String stream, Event event) {
		this.log.append(stream, 0, clock(), event);
	}

	private ApplicationReceived read(String stream) {
		PersonalKeys reading = PersonalKeys.reading(this.log.as(KeyDatabase.READ), this.log.masterKey);
		sequence();
		return (ApplicationReceived) JdbcLogReader.opening(this.log.as(LogDatabase.READ), reading)
			.stream(stream)
			.getFirst()
			.event();
	}

	private void sequence() {
		try (Sequencer sequencer = new Sequencer(this.log.writers(), LogUnderTest.IDENTITY, this.log.witness(), () -> {
		})) {
			sequencer.start();
			this.log.reader().settle(java.time.Duration.ofSeconds(30));
		}
	}

	private static ApplicationReceived received(String id, Personal personal) {
		return new ApplicationReceived(id, "A", id.substring(2), ApplicantKind.NATURAL_PERSON, Channel.ONLINE,
				LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-01"), false, personal);
	}

	private static Clock clock() {
		return Clock.fixed(LogUnderTest.NOW, ZoneOffset.UTC);
	}

}
