package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.MerkleTree;

/// The tree's hashes as they are stored.
final class StoredTiles implements MerkleTree.Tiles {

	private final Connection connection;

	StoredTiles(Connection connection) {
		this.connection = connection;
	}

	/// How many leaves there are.
	static long size(Connection connection) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(
				"""
						select coalesce((select first - 1 + length(hashes) / 32 from log.leaves order by first desc limit 1), 0)""");
				ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	@Override
	public byte[][] tile(int level, long tile) {
		try {
			return (level == 0) ? leaves(tile) : subtrees(level, tile);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the tree cannot be read: " + ex.getMessage(), ex);
		}
	}

	private byte[][] leaves(long tile) throws SQLException {
		long begin = (tile << MerkleTree.STEP) + 1;
		try (PreparedStatement query = this.connection
			.prepareStatement("select first, hashes from log.leaves where first between ? and ? order by first")) {
			query.setLong(1, begin);
			query.setLong(2, begin + (1 << MerkleTree.STEP) - 1);
			List<byte[]> hashes = new ArrayList<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next() && row.getLong(1) == begin + hashes.size()) {
					byte[] some = row.getBytes(2);
					for (int at = 0; at < some.length; at += Hash.LENGTH) {
						hashes.add(java.util.Arrays.copyOfRange(some, at, at + Hash.LENGTH));
					}
				}
			}
			return hashes.toArray(byte[][]::new);
		}
	}

	private byte[][] subtrees(int level, long tile) throws SQLException {
		long begin = tile << MerkleTree.STEP;
		try (PreparedStatement query = this.connection.prepareStatement("""
				select number, hash from log.tree where level = ? and number between ? and ? order by number""")) {
			query.setInt(1, level);
			query.setLong(2, begin);
			query.setLong(3, begin + (1 << MerkleTree.STEP) - 1);
			List<byte[]> hashes = new ArrayList<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next() && row.getLong(1) == begin + hashes.size()) {
					hashes.add(row.getBytes(2));
				}
			}
			return hashes.toArray(byte[][]::new);
		}
	}

}
