package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.CheckpointLink;
import org.gongkai.log.proof.MerkleTree;
import org.gongkai.log.proof.Note;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs the tree: when the log comes to rest, and every few seconds while it does not. Each checkpoint is tied to the one
/// before, and the database of the keys remembers the newest.
final class CheckpointWriter {

	private static final Logger LOGGER = LoggerFactory.getLogger(CheckpointWriter.class);

	/// Without a new event for so long the log is at rest.
	private static final long AT_REST = Duration.ofMillis(200).toNanos();

	private static final long UNDER_LOAD = Duration.ofSeconds(3).toNanos();

	private final Connection connection;

	private final LogIdentity identity;

	private final TreeWriter tree;

	private final @Nullable LogWitness witness;

	private @Nullable CheckpointLink last;

	private long signed;

	private long grown = System.nanoTime();

	private @Nullable Long began;

	private CheckpointWriter(Connection connection, LogIdentity identity, TreeWriter tree,
			@Nullable LogWitness witness) {
		this.witness = witness;
		this.connection = connection;
		this.identity = identity;
		this.tree = tree;
	}

	/// @param witness null where no other database remembers anything of the log
	/// @throws IllegalStateException if the stored tree contradicts the last checkpoint:
	/// a second, other one would
	/// only help whoever changed the log
	static CheckpointWriter resume(Connection connection, LogIdentity identity, TreeWriter tree,
			@Nullable LogWitness witness) throws SQLException {
		CheckpointWriter writer = new CheckpointWriter(connection, identity, tree, witness);
		LogWitness.Head head = (witness == null) ? null : witness.begin();
		String note = null;
		String link = null;
		try (PreparedStatement query = connection
			.prepareStatement("select size, root, note, link from log.checkpoints order by size desc limit 1");
				ResultSet row = query.executeQuery()) {
			if (row.next()) {
				writer.requireSame(row.getLong(1), row.getBytes(2));
				note = row.getString(3);
				link = row.getString(4);
				writer.last = CheckpointLink.ofNote(link);
			}
		}
		if (witness != null && head != null) {
			writer.compare(witness, head, note, link);
		}
		return writer;
	}

	/// The newest checkpoint may be gone, or not remembered yet.
	private void compare(LogWitness witness, LogWitness.Head head, @Nullable String note, @Nullable String link)
			throws SQLException {
		long ordinal = (this.last == null) ? 0 : this.last.ordinal();
		if (head.ordinal() > ordinal && head.note() != null) {
			Checkpoint remembered = Checkpoint.parse(Note.parse(head.note()).text());
			requireSame(remembered.size(), remembered.root());
			LOGGER.error("checkpoint {} at position {} was signed and is gone from the log: gongkai verify",
					head.ordinal(), remembered.size());
			// the next one is tied to it, so that it stays missing
			this.last = CheckpointLink.ofNote(head.link());
		}
		else if (ordinal > head.ordinal() && note != null && link != null) {
			witness.advance(ordinal, note, link);
		}
	}

	private void requireSame(long size, byte[] root) {
		MerkleTree stored = new MerkleTree(this.identity.hash().hasher(), new StoredTiles(this.connection));
		if (size > this.tree.size() || !Arrays.equals(root, stored.root(size))) {
			throw new IllegalStateException("the log is not the one that was signed at position " + size
					+ "; nothing is given a position until this is looked into: gongkai verify");
		}
		this.signed = size;
	}

	/// Signs when it is time.
	/// @param given how many leaves were just added
	void after(int given) throws SQLException {
		long now = System.nanoTime();
		if (given > 0) {
			this.grown = now;
		}
		if (this.tree.size() == this.signed) {
			this.began = null;
			return;
		}
		if (this.began == null) {
			this.began = now;
		}
		if (now - this.grown >= AT_REST || now - this.began >= UNDER_LOAD) {
			sign();
		}
	}

	/// Signs what is not signed yet, in a transaction.
	void sign() throws SQLException {
		if (this.tree.size() == this.signed) {
			return;
		}
		Checkpoint checkpoint = new Checkpoint(this.identity.key().name(), this.tree.size(), this.tree.root(),
				this.identity.hash());
		CheckpointLink link = link(checkpoint);
		String note = checkpoint.sign(this.identity.key()).format();
		String signedLink = link.sign(this.identity.key()).format();
		try (PreparedStatement insert = this.connection.prepareStatement(
				"insert into log.checkpoints (size, root, note, key, ordinal, link) values (?, ?, ?, ?, ?, ?)")) {
			insert.setLong(1, checkpoint.size());
			insert.setBytes(2, checkpoint.root());
			insert.setString(3, note);
			insert.setString(4, this.identity.key().verifier().toString());
			insert.setLong(5, link.ordinal());
			insert.setString(6, signedLink);
			insert.executeUpdate();
		}
		this.connection.commit();
		if (this.witness != null) {
			this.witness.advance(link.ordinal(), note, signedLink);
		}
		this.last = link;
		this.signed = checkpoint.size();
		this.began = null;
	}

	private CheckpointLink link(Checkpoint checkpoint) throws SQLException {
		CheckpointLink before = this.last;
		if (before != null) {
			return before.next(checkpoint.size(), checkpoint.text());
		}
		List<String> earlier = new ArrayList<>();
		try (PreparedStatement query = this.connection
			.prepareStatement("select note from log.checkpoints order by size"); ResultSet row = query.executeQuery()) {
			while (row.next()) {
				earlier.add(Note.parse(row.getString(1)).text());
			}
		}
		return CheckpointLink.first(checkpoint.origin(), earlier, this.signed, checkpoint.size(), checkpoint.text());
	}

}
