package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;

/// By whom a log's checkpoints are signed and how its tree is hashed. The key's name is the log's origin; origin and hash
/// are the log's for ever, the key may be replaced by another of the same name.
///
/// @param key apart from the database
/// @param hash of the tree
/// @param mac marks events as appended by a node of this log; its key is apart from the database too
public record LogIdentity(SigningKey key, Hash hash, EventMac mac) {

	/// Writes origin and hash down when the log has none yet.
	/// @param append connections as [LogDatabase#APPEND]
	/// @throws IllegalStateException if the log has others, or was received from other
	/// logs
	public LogIdentity claim(DataSource append) {
		try (Connection connection = append.getConnection();
				PreparedStatement insert = connection
					.prepareStatement("insert into log.identity (origin, hash) values (?, ?) on conflict do nothing");
				Statement query = connection.createStatement()) {
			refuseReceived(query);
			insert.setString(1, this.key.name());
			insert.setString(2, this.hash.code());
			insert.executeUpdate();
			try (ResultSet row = query.executeQuery("select origin, hash from log.identity")) {
				row.next();
				if (!row.getString(1).equals(this.key.name()) || !row.getString(2).equals(this.hash.code())) {
					throw new IllegalStateException("the log is " + row.getString(1) + " by " + row.getString(2)
							+ " and cannot become " + this.key.name() + " by " + this.hash.code());
				}
			}
			return this;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the log's identity cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static void refuseReceived(Statement query) throws SQLException {
		try (ResultSet row = query.executeQuery("select source from log.sources limit 1")) {
			if (row.next()) {
				throw new IllegalStateException("the database holds what was received from " + row.getString(1)
						+ ": nothing is recorded beside it");
			}
		}
	}

}
