package org.gongkai.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether every pool gives connections, and, after a request was answered with 503, whether the database can write again: a database on a
/// full or read-only disk still answers queries.
final class DatabaseHealth implements HealthIndicator {

	private static final int ANSWER_SECONDS = 1;

	/// Sixteen kilobytes that cannot be compressed, which do not fit into the pages that
	/// are there. It is rolled back.
	private static final String WRITE = """
			insert into access.outbox (name, revision, payload, metadata)
			select 'probe', 1, to_json(string_agg(md5(i::text), '')), '{}' from generate_series(1, 512) i""";

	private final Supplier<List<DataSource>> pools;

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final CachedHealth health = new CachedHealth(this::check);

	private volatile boolean suspect;

	DatabaseHealth(Supplier<List<DataSource>> pools, JdbcTemplate sql, TransactionTemplate transaction) {
		this.pools = pools;
		this.sql = sql;
		this.transaction = transaction;
	}

	/// Reports that a request failed; the next check writes.
	void suspect() {
		this.suspect = true;
	}

	@Override
	public Health health() {
		return this.health.get();
	}

	private Health check() {
		for (DataSource pool : this.pools.get()) {
			if (!answers(pool)) {
				return Health.down().build();
			}
		}
		if (this.suspect) {
			this.transaction.executeWithoutResult((status) -> {
				status.setRollbackOnly();
				this.sql.update(WRITE);
			});
			this.suspect = false;
		}
		return Health.up().build();
	}

	private static boolean answers(DataSource pool) {
		try (Connection connection = pool.getConnection()) {
			return connection.isValid(ANSWER_SECONDS);
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
