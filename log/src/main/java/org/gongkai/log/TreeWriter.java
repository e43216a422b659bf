package org.gongkai.log;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.log.proof.Frontier;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.proof.MerkleTree;

/// Adds leaves to the tree, in the transaction of the connection. Keeps the right edge in memory; after a failure it is of
/// no more use.
final class TreeWriter {

	private static final int TOP = 56;

	private static final String CATCH_UP = "select p.position, " + LeafRow.COLUMNS
			+ " from log.positions p join log.events e using (event_index) where p.position > ? order by p.position "
			+ "limit ?";

	private final Connection connection;

	private final Hasher hasher;

	private final Frontier frontier;

	private TreeWriter(Connection connection, Hash hash) {
		this.connection = connection;
		this.hasher = hash.hasher();
		this.frontier = new Frontier(this.hasher);
	}

	/// Takes the right edge up from the stored hashes.
	static TreeWriter resume(Connection connection, Hash hash) throws SQLException {
		TreeWriter tree = new TreeWriter(connection, hash);
		StoredTiles stored = new StoredTiles(connection);
		long size = StoredTiles.size(connection);
		for (int level = TOP; level >= 0; level -= MerkleTree.STEP) {
			long from = tree.frontier.size() >>> level;
			long to = size >>> level;
			if (from == to) {
				continue;
			}
			byte[][] tile = stored.tile(level, from >>> MerkleTree.STEP);
			for (long number = from; number < to; number++) {
				int place = (int) (number & (1 << MerkleTree.STEP) - 1);
				if (place >= tile.length) {
					throw new IllegalStateException(
							"hash " + number + " of level " + level + " is missing in the tree of the log");
				}
				tree.frontier.append(level, tile[place], (_, _, _) -> {
				});
			}
		}
		return tree;
	}

	/// How many leaves there are.
	long size() {
		return this.frontier.size();
	}

	byte[] root() {
		return this.frontier.root();
	}

	/// Adds the leaves of the next positions.
	void append(List<Leaf> leaves) throws SQLException {
		try (PreparedStatement rows = this.connection
			.prepareStatement("insert into log.leaves (first, hashes) values (?, ?)");
				PreparedStatement nodes = this.connection
					.prepareStatement("insert into log.tree (level, number, hash) values (?, ?, ?)")) {
			List<Node> complete = new ArrayList<>();
			ByteArrayOutputStream hashes = new ByteArrayOutputStream();
			long first = this.frontier.size() + 1;
			for (Leaf leaf : leaves) {
				byte[] hash = this.hasher.leaf(leaf.data());
				hashes.writeBytes(hash);
				this.frontier.append(0, hash, (level, number, subtree) -> {
					if (level > 0 && level % MerkleTree.STEP == 0) {
						complete.add(new Node(level, number, subtree));
					}
				});
				if (this.frontier.size() % (1 << MerkleTree.STEP) == 0) {
					add(rows, first, hashes);
					first = this.frontier.size() + 1;
				}
			}
			if (hashes.size() > 0) {
				add(rows, first, hashes);
			}
			rows.executeBatch();
			for (Node node : complete) {
				nodes.setInt(1, node.level());
				nodes.setLong(2, node.number());
				nodes.setBytes(3, node.hash());
				nodes.addBatch();
			}
			if (!complete.isEmpty()) {
				nodes.executeBatch();
			}
		}
	}

	/// Adds leaves of positions that were given before there was a tree.
	/// @return how many
	int catchUp(int limit) throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(CATCH_UP)) {
			query.setLong(1, size());
			query.setInt(2, limit);
			List<Leaf> leaves = new ArrayList<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					leaves.add(LeafRow.leaf(row.getLong(1), row, 1));
				}
			}
			append(leaves);
			return leaves.size();
		}
	}

	private static void add(PreparedStatement rows, long first, ByteArrayOutputStream hashes) throws SQLException {
		rows.setLong(1, first);
		rows.setBytes(2, hashes.toByteArray());
		rows.addBatch();
		hashes.reset();
	}

	private record Node(int level, long number, byte[] hash) {
	}

}
