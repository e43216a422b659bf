package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Frontier;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The tree that the sequencer writes with the positions.
class TreeTest {

	private LogUnderTest log;

	private Connection lead;

	@BeforeEach
	void open() throws SQLException {
		this.log = new LogUnderTest();
		this.lead = this.log.as(LogDatabase.APPEND).getConnection();
		this.lead.setAutoCommit(false);
	}

	@AfterEach
	void close() throws SQLException {
		this.lead.close();
		this.log.close();
	}

	@Test
	void every_position_has_its_leaf_and_the_signed_root_is_that_of_the_stored_events() throws SQLException {
		append(700);
		PositionBatch batch = resume();
		batch.next();
		batch.sign();

		Checkpoint signed = latest();
		assertThat(signed.size()).isEqualTo(700);
		assertThat(signed.root()).isEqualTo(recomputed(700));
		assertThat(this.log.superuser.queryForObject("select count(*) from log.tree where level = 8", Long.class))
			.isEqualTo(2);
	}

	@Test
	void a_leader_that_takes_over_goes_on_with_the_same_tree() throws SQLException {
		for (int size : List.of(1, 255, 1, 1, 254, 300)) {
			append(size);
			PositionBatch batch = resume();
			batch.next();
			batch.sign();
		}

		assertThat(latest().size()).isEqualTo(812);
		assertThat(latest().root()).isEqualTo(recomputed(812));
		assertThat(this.log.superuser.queryForList("select size from log.checkpoints order by size", Long.class))
			.containsExactly(1L, 256L, 257L, 258L, 512L, 812L);
	}

	@Test
	void positions_from_before_there_was_a_tree_get_their_leaves_first() throws SQLException {
		append(300);
		this.log.superuser
			.execute("insert into log.positions select event_index, event_index from log.events order by event_index");
		append(5);
		PositionBatch batch = resume();

		assertThat(batch.next()).isEqualTo(300);
		assertThat(batch.next()).isEqualTo(5);
		batch.sign();

		assertThat(latest().root()).isEqualTo(recomputed(305));
	}

	@Test
	void a_step_that_fails_leaves_neither_positions_nor_leaves() throws SQLException {
		append(10);
		this.log.superuser.execute("alter table log.leaves add constraint full_disk check (first > 10)");
		PositionBatch batch = resume();

		assertThatThrownBy(batch::next).isInstanceOf(SQLException.class);

		assertThat(this.log.positions()).isEmpty();
		this.log.superuser.execute("alter table log.leaves drop constraint full_disk");
		resume().next();
		assertThat(this.log.positions()).hasSize(10);
	}

	@Test
	void nothing_is_given_a_position_once_the_tree_contradicts_what_was_signed() throws SQLException {
		append(10);
		PositionBatch batch = resume();
		batch.next();
		batch.sign();
		this.log.superuser.execute("alter table log.leaves disable trigger all");
		this.log.superuser.execute("update log.leaves set hashes = set_byte(hashes, 40, 7)");

		assertThatThrownBy(this::resume).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("signed at position 10");
	}

	@Test
	void a_running_sequencer_signs_when_the_log_comes_to_rest() {
		try (Sequencer sequencer = new Sequencer(this.log.as(LogDatabase.APPEND), LogUnderTest.IDENTITY,
				this.log.witness(), () -> {
				})) {
			sequencer.start();
			append(20);
			LogUnderTest.await("the last position is signed",
					() -> this.log.superuser
						.queryForList("select size from log.checkpoints where size = 20", Long.class)
						.size() == 1);
		}
	}

	@Test
	void a_log_keeps_its_name_and_its_hash_and_may_get_another_key() {
		SigningKey other = SigningKey.generate("gongkai.example/log", new java.security.SecureRandom());
		new LogIdentity(other, Hash.SHA_256, LogUnderTest.MAC).claim(this.log.writers());

		assertThatThrownBy(() -> new LogIdentity(other, Hash.SM3, LogUnderTest.MAC).claim(this.log.writers()))
			.hasMessageContaining("cannot become");
		SigningKey stranger = SigningKey.generate("another", new java.security.SecureRandom());
		assertThatThrownBy(() -> new LogIdentity(stranger, Hash.SHA_256, LogUnderTest.MAC).claim(this.log.writers()))
			.hasMessageContaining("cannot become another");
	}

	private PositionBatch resume() throws SQLException {
		return PositionBatch.resume(this.lead, LogUnderTest.IDENTITY, this.log.witness());
	}

	private void append(int events) {
		this.log.superuser.update(
				"""
						insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
						select gen_random_uuid(), 'application:' || gen_random_uuid(), 0, 'application', '2024-01-09T02:00:00.123456Z'::timestamptz,
						'application.ReasonsRequested', '1', ('{"askedOn":"2024-01-08","why":"理由 ' || n || '"}')::json, '{"actor":"王芳"}'::json
						from generate_series(1, ?) n""",
				events);
	}

	private Checkpoint latest() {
		Note note = Note.parse(this.log.superuser
			.queryForObject("select note from log.checkpoints order by size desc limit 1", String.class));
		assertThat(LogUnderTest.IDENTITY.key().verifier().signed(note)).isTrue();
		return Checkpoint.parse(note.text());
	}

	private byte[] recomputed(int size) throws SQLException {
		Hasher hasher = Hash.SHA_256.hasher();
		Frontier tree = new Frontier(hasher);
		List<Long> positions = new ArrayList<>();
		try (Connection connection = this.log.as(LogDatabase.READ).getConnection();
				PreparedStatement query = connection.prepareStatement("select p.position, " + LeafRow.COLUMNS
						+ " from log.positions p join log.events e using (event_index) order by p.position");
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				positions.add(row.getLong(1));
				tree.append(hasher.leaf(LeafRow.leaf(row.getLong(1), row, 1).data()));
			}
		}
		assertThat(positions).hasSize(size);
		return tree.root();
	}

}
