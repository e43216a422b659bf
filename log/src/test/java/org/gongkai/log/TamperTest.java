package org.gongkai.log;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.verify.Fault;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.LogVerification;
import org.gongkai.log.verify.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/// Plays the database administrator: a superuser who has disabled every trigger. The log has 600 positions, signed at 300
/// and at 600; a witness has kept the checkpoint of 600.
class TamperTest {

	private static final int EVENTS = 600;

	/// What is put back before each test.
	private static final List<String> TABLES = List.of("log.events", "log.positions", "log.sequencer", "log.leaves",
			"log.tree", "log.checkpoints", "log.cosignatures", "log.held", "keys.log_heads", "keys.unmarked_events");

	private static LogUnderTest recorded;

	private static Note note;

	private final LogUnderTest log = recorded;

	private final Note kept = note;

	@BeforeAll
	static void record() throws SQLException {
		recorded = new LogUnderTest();
		for (int begin = 0; begin < EVENTS; begin += EVENTS / 2) {
			recorded.superuser.update(
					"""
							insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
							select gen_random_uuid(), 'stream ' || n % 20, n / 20, 'application', '2024-01-09T02:00:00.123456Z'::timestamptz,
							'application.ReasonsRequested', '1', ('{"askedOn":"2024-01-08","why":"理由 ' || n || '"}')::json, '{"actor":"王芳"}'::json
							from generate_series(?, ?) n order by n""",
					begin, begin + EVENTS / 2 - 1);
			resume(LogUnderTest.IDENTITY, recorded.witness(), true);
		}
		note = Note.parse(
				recorded.superuser.queryForObject("select note from log.checkpoints where size = 600", String.class));
		recorded.superuser.execute("alter table log.checkpoints drop constraint every_checkpoint_is_linked");
		recorded.superuser.execute("create schema recorded");
		for (String table : TABLES) {
			recorded.superuser.execute("alter table " + table + " disable trigger all");
			recorded.superuser.execute("create table " + aside(table) + " as select * from " + table);
		}
	}

	@BeforeEach
	void putBack() {
		recorded.superuser.execute("truncate " + String.join(", ", TABLES));
		TABLES
			.forEach((table) -> recorded.superuser.execute("insert into " + table + " select * from " + aside(table)));
	}

	private static String aside(String table) {
		return "recorded." + table.replace('.', '_');
	}

	@AfterAll
	static void close() {
		recorded.close();
	}

	@Test
	void an_untouched_log_is_sound() {
		Verdict verdict = verify(List.of(this.kept));

		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.sound()).isTrue();
		assertThat(verdict.positions()).isEqualTo(600);
		assertThat(verdict.signed()).isEqualTo(600);
		assertThat(verdict.checkpoints()).isEqualTo(3);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					payload             | update log.events set payload = replace(payload::text, '136', '137')::json where event_index = 137 | CHANGED | 137
					a space in it       | update log.events set payload = concat(payload::text, ' ')::json where event_index = 137 | CHANGED | 137
					metadata            | update log.events set metadata = '{"actor":"李四"}' where event_index = 137 | CHANGED | 137
					time                | update log.events set recorded_at = recorded_at - interval '1 microsecond' where event_index = 137 | CHANGED | 137
					event id            | update log.events set event_id = gen_random_uuid() where event_index = 137 | CHANGED | 137
					name                | update log.events set name = 'application.FeePaid' where event_index = 137 | CHANGED | 137
					revision            | update log.events set revision = '2' where event_index = 137 | CHANGED | 137
					kind of stream      | update log.events set stream_type = 'agency' where event_index = 137 | CHANGED | 137
					first event         | update log.events set payload = '{}' where event_index = 1 | CHANGED | 1
					last event          | update log.events set payload = '{}' where event_index = 600 | CHANGED | 600
					leaf                | update log.leaves set hashes = set_byte(hashes, 136 * 32, 255 - get_byte(hashes, 136 * 32)) where first = 1 | CHANGED | 137
					event deleted       | delete from log.events where event_index = 137 | DELETED | 137
					position deleted    | delete from log.positions where position = 137 | POSITION_HOLE | 137
					closed up           | delete from log.events where event_index = 137; delete from log.positions where position = 137; update log.positions set position = position + 1000000 where position > 137; update log.positions set position = position - 1000001 where position > 1000000 | DELETED | 137
					closed up near end  | delete from log.events where event_index = 599; delete from log.positions where position = 599; update log.positions set position = 599 where position = 600 | DELETED | 599
					inserted            | update log.positions set position = position + 1000000 where position >= 137; update log.positions set position = position - 999999 where position > 1000000; insert into log.events select 9999, 'application', 'new', 0, gen_random_uuid(), name, revision, payload, metadata, recorded_at, mac from log.events where event_index = 1; insert into log.positions values (137, 9999) | INSERTED | 137
					swapped             | update log.positions set event_index = 9999 where position = 137; update log.positions set event_index = 137 where position = 400; update log.positions set event_index = 400 where position = 137 | SWAPPED | 137
					neighbours swapped  | update log.positions set event_index = 9999 where position = 137; update log.positions set event_index = 137 where position = 138; update log.positions set event_index = 138 where position = 137 | SWAPPED | 137
					moved in its stream | update log.events set sequence = 1000 where event_index = 597 | SEQUENCE_HOLE | 597
					tail cut            | delete from log.positions where position > 550; delete from log.events where event_index > 550 | REWOUND | 551
					leaf deleted        | delete from log.leaves where first = 513 | LEAF_MISSING | 513
					node                | update log.tree set hash = sha256('x') where number = 0 | NODE_WRONG | 1
					node deleted        | delete from log.tree where number = 1 | NODE_WRONG | 257
					signature           | update log.checkpoints set note = (select note from log.checkpoints where size = 300) where size = 600 | CHECKPOINT_FORGED | 600
					root                | update log.checkpoints set root = sha256('x') where size = 300 | CHECKPOINT_FORGED | 300
					no checkpoint       | update log.checkpoints set note = 'none' where size = 300 | CHECKPOINT_FORGED | 300
					passed over         | update log.sequencer set low_water = 600; delete from log.positions where position = 600 | WITHOUT_POSITION | 600
					""")
	void what_was_done_to_the_log_is_found_where_it_was_done(String what, String sql, Fault fault, long position) {
		this.log.superuser.execute(sql);

		assertThat(verify(List.of()).findings()).as(what).anySatisfy((finding) -> {
			assertThat(finding.fault()).isEqualTo(fault);
			assertThat(finding.position()).isEqualTo(position);
		}).allSatisfy((finding) -> assertThat(finding.upTo()).isGreaterThanOrEqualTo(position));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					payload   | update log.events set payload = '{}' where event_index = 437
					deleted   | delete from log.events where event_index = 437; delete from log.positions where position = 437; update log.positions set position = position - 1 where position > 437
					time      | update log.events set recorded_at = now() where event_index = 437
					""")
	void who_computes_leaves_and_tree_again_is_found_by_the_signature(String what, String sql) throws SQLException {
		this.log.superuser.execute(sql);
		this.log.superuser.execute("delete from log.leaves; delete from log.tree");
		// checkpoints are put aside while the tree is computed by the product's own code
		this.log.superuser.execute("delete from log.checkpoints");
		resume(LogUnderTest.IDENTITY, null, false);
		this.log.superuser.execute("insert into log.checkpoints select * from recorded.log_checkpoints");

		assertThat(verify(List.of()).findings()).as(what)
			.isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.upTo()).isBetween(437L, 600L))
			.first()
			.satisfies((finding) -> {
				assertThat(finding.fault()).isIn(Fault.CONTRADICTS_CHECKPOINT, Fault.REWOUND, Fault.SEQUENCE_HOLE);
				assertThat(finding.position()).isBetween(301L, 600L);
			});
	}

	@Test
	void who_signs_it_all_again_with_a_key_of_his_own_is_found_by_the_key_and_by_the_kept_checkpoint()
			throws SQLException {
		this.log.superuser.execute("update log.events set payload = '{}' where event_index = 437");
		this.log.superuser.execute("delete from log.leaves; delete from log.tree; delete from log.checkpoints");
		LogIdentity forger = new LogIdentity(
				SigningKey.generate(LogUnderTest.IDENTITY.key().name(), new SecureRandom()), Hash.SHA_256,
				LogUnderTest.MAC);
		seal(forger, null);

		assertThat(verify(List.of()).findings()).extracting(Finding::fault)
			.containsExactlyInAnyOrder(Fault.CHECKPOINT_UNSIGNED, Fault.CHECKPOINT_FORGED, Fault.CHECKPOINT_MISSING,
					Fault.CONTRADICTS_CHECKPOINT);
		this.log.superuser.execute("update keys.log_heads set ordinal = 0, note = null, link = null");
		assertThat(verify(List.of()).findings()).extracting(Finding::fault)
			.containsExactlyInAnyOrder(Fault.CHECKPOINT_UNSIGNED, Fault.CHECKPOINT_FORGED);
		assertThat(verify(List.of(this.kept)).findings()).extracting(Finding::fault)
			.containsExactlyInAnyOrder(Fault.CONTRADICTS_CHECKPOINT, Fault.CHECKPOINT_UNSIGNED,
					Fault.CHECKPOINT_FORGED);
	}

	@Test
	void a_log_rewound_with_everything_that_was_signed_is_found_by_what_the_other_database_remembers_or_by_the_kept_checkpoint() {
		this.log.superuser.execute("""
				delete from log.positions where position > 300; delete from log.events where event_index > 300;
				delete from log.leaves where first > 300; delete from log.tree where number > 0;
				delete from log.checkpoints where size > 300""");

		assertThat(verify(List.of()).findings()).extracting(Finding::fault, Finding::position)
			.containsExactly(tuple(Fault.REWOUND, 301L), tuple(Fault.CHECKPOINT_MISSING, 600L));
		assertThatThrownBy(() -> seal(LogUnderTest.IDENTITY, this.log.witness()))
			.hasMessageContaining("not the one that was signed at position 600");
		this.log.superuser.execute("""
				update keys.log_heads set (ordinal, note, link) = (select ordinal, note, link from log.checkpoints)""");
		assertThat(verify(List.of()).findings()).isEmpty();
		assertThat(verify(List.of(this.kept)).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.fault()).isEqualTo(Fault.REWOUND);
			assertThat(finding.position()).isEqualTo(301);
		});
	}

	@Test
	void who_has_the_key_too_is_found_by_the_kept_checkpoint() throws SQLException {
		this.log.superuser.execute("update log.events set payload = '{}' where event_index = 437");
		this.log.superuser.execute("delete from log.leaves; delete from log.tree; delete from log.checkpoints");
		seal(LogUnderTest.IDENTITY, null);

		assertThat(verify(List.of()).findings()).extracting(Finding::fault)
			.containsExactlyInAnyOrder(Fault.CONTRADICTS_CHECKPOINT, Fault.CHECKPOINT_MISSING);
		this.log.superuser.execute("""
				update keys.log_heads set (ordinal, note, link) = (select ordinal, note, link from log.checkpoints)""");
		assertThat(verify(List.of()).findings()).isEmpty();
		assertThat(verify(List.of(this.kept)).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.fault()).isEqualTo(Fault.CONTRADICTS_CHECKPOINT);
			assertThat(finding.upTo()).isEqualTo(600);
		});
	}

	@Test
	void a_kept_checkpoint_that_the_log_did_not_sign_counts_for_nothing() {
		Note unsigned = new Note(this.kept.text(), List
			.of(SigningKey.generate(LogUnderTest.IDENTITY.key().name(), new SecureRandom()).sign(this.kept.text())));

		assertThat(verify(List.of(unsigned)).findings()).extracting(Finding::fault)
			.containsExactly(Fault.CHECKPOINT_UNSIGNED);
	}

	private Verdict verify(List<Note> elsewhere) {
		return new LogVerification(this.log.as(LogDatabase.READ), List.of(LogUnderTest.IDENTITY.key().verifier()),
				elsewhere, this.log.as(KeyDatabase.READ))
			.run();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					newest            | delete from log.checkpoints where size = 600 | CHECKPOINT_MISSING | 600
					middle            | delete from log.checkpoints where size = 300 | CHECKPOINT_MISSING | 300
					several           | delete from log.checkpoints | CHECKPOINT_MISSING | 1
					forgotten         | delete from keys.log_heads | CHECKPOINT_MISSING | 600
					another's place   | update log.checkpoints set link = (select link from log.checkpoints where size = 300) where size = 600 | CHECKPOINT_FORGED | 600
					no place          | update log.checkpoints set link = null, ordinal = null where size = 600 | CHECKPOINT_FORGED | 600
					another's ordinal | update log.checkpoints set ordinal = 3 where size = 600 | CHECKPOINT_FORGED | 600
					""")
	void a_checkpoint_that_is_gone_or_changed_is_named(String what, String sql, Fault fault, long position) {
		this.log.superuser.execute(sql);

		assertThat(verify(List.of()).findings()).as(what)
			.extracting(Finding::fault, Finding::position)
			.contains(tuple(fault, position));
		assertThat(verify(List.of()).findings()).as(what)
			.allSatisfy(
					(finding) -> assertThat(finding.fault()).isIn(Fault.CHECKPOINT_MISSING, Fault.CHECKPOINT_FORGED));
	}

	@Test
	void a_newest_checkpoint_that_is_gone_stays_missing_when_the_log_goes_on() throws SQLException {
		this.log.superuser.execute("delete from log.checkpoints where size = 600");
		this.log.append("another", 0);
		seal(LogUnderTest.IDENTITY, this.log.witness());

		assertThat(verify(List.of()).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.fault()).isEqualTo(Fault.CHECKPOINT_MISSING);
			assertThat(finding.position()).isEqualTo(600);
		});
	}

	private void seal(LogIdentity identity, @Nullable LogWitness witness) throws SQLException {
		resume(identity, witness, true);
	}

	private static void resume(LogIdentity identity, @Nullable LogWitness witness, boolean sign) throws SQLException {
		try (Connection lead = recorded.as(LogDatabase.APPEND).getConnection()) {
			lead.setAutoCommit(false);
			PositionBatch batch = PositionBatch.resume(lead, identity, witness);
			batch.next();
			if (sign) {
				batch.sign();
			}
		}
	}

}
