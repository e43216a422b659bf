package org.gongkai.query;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

/// How far each projection has come. A checkpoint moves in the same transaction as the rows, so that both are always of
/// the same position.
final class Checkpoints {

	private final JdbcTemplate sql;

	Checkpoints(JdbcTemplate sql) {
		this.sql = sql;
	}

	void create(String projection) {
		this.sql.update("insert into checkpoints values (?, 0) on conflict do nothing", projection);
	}

	/// The position, held against every other writer until the transaction ends.
	long lock(String projection) {
		return this.sql.queryForObject("select position from checkpoints where projection = ? for update", Long.class,
				projection);
	}

	void move(String projection, long position) {
		this.sql.update("update checkpoints set position = ? where projection = ?", position, projection);
	}

	Map<String, Long> all() {
		Map<String, Long> all = new TreeMap<>();
		this.sql.query("select projection, position from checkpoints", (row) -> {
			all.put(row.getString(1), row.getLong(2));
		});
		return all;
	}

}
