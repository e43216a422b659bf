package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.MerkleTree;
import org.jspecify.annotations.Nullable;

/// Signs the tree: when the log comes to rest, and every few seconds while it does not.
final class CheckpointWriter {

	/// Without a new event for so long the log is at rest.
	private static final long AT_REST = Duration.ofMillis(200).toNanos();

	private static final long UNDER_LOAD = Duration.ofSeconds(3).toNanos();

	private final Connection connection;

	private final LogIdentity identity;

	private final TreeWriter tree;

	private long signed;

	private long grown = System.nanoTime();

	private @Nullable Long began;

	private CheckpointWriter(Connection connection, LogIdentity identity, TreeWriter tree) {
		this.connection = connection;
		this.identity = identity;
		this.tree = tree;
	}

	/// @throws IllegalStateException if the stored tree contradicts the last checkpoint:
	/// a second, other one would
	/// only help whoever changed the log
	static CheckpointWriter resume(Connection connection, LogIdentity identity, TreeWriter tree) throws SQLException {
		CheckpointWriter writer = new CheckpointWriter(connection, identity, tree);
		try (PreparedStatement query = connection
			.prepareStatement("select size, root from log.checkpoints order by size desc limit 1");
				ResultSet row = query.executeQuery()) {
			if (row.next()) {
				writer.signed = row.getLong(1);
				writer.requireSame(row.getBytes(2));
			}
		}
		return writer;
	}

	private void requireSame(byte[] root) {
		MerkleTree stored = new MerkleTree(this.identity.hash().hasher(), new StoredTiles(this.connection));
		if (this.signed > this.tree.size() || !Arrays.equals(root, stored.root(this.signed))) {
			throw new IllegalStateException("the log is not the one that was signed at position " + this.signed
					+ "; nothing is given a position until this is looked into: gongkai verify");
		}
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
		try (PreparedStatement insert = this.connection
			.prepareStatement("insert into log.checkpoints (size, root, note, key) values (?, ?, ?, ?)")) {
			insert.setLong(1, checkpoint.size());
			insert.setBytes(2, checkpoint.root());
			insert.setString(3, checkpoint.sign(this.identity.key()).format());
			insert.setString(4, this.identity.key().verifier().toString());
			insert.executeUpdate();
		}
		this.connection.commit();
		this.signed = checkpoint.size();
		this.began = null;
	}

}
