package org.gongkai.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A fresh database with the schema `access`, used as the query-service uses it.
final class AccessUnderTest implements AutoCloseable {

	private final TestDatabase database = TestDatabase.create();

	final CountingEncoder encoder = new CountingEncoder();

	final PasswordHasher hasher = new PasswordHasher(this.encoder, 100, Duration.ofMinutes(2));

	final JdbcTemplate superuser = new JdbcTemplate(this.database.superuser());

	final JdbcTemplate sql;

	final TransactionTemplate transaction;

	final SignInLimits limits;

	final SignIns signIns;

	AccessUnderTest(Clock clock) {
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		AccessConnections.migrate(this.database.as(LogDatabase.MIGRATE, "m"));
		this.sql = new JdbcTemplate(this.database.as(LogDatabase.READ, "r"));
		this.transaction = new TransactionTemplate(
				new DataSourceTransactionManager(Objects.requireNonNull(this.sql.getDataSource())));
		this.limits = new SignInLimits(this.sql, this.transaction, clock, "secret");
		this.signIns = new SignIns(this.sql, this.transaction, new Outbox(this.sql), this.limits, this.hasher, clock);
	}

	void account(String account, String password) {
		try (PasswordHasher.Turn turn = this.hasher.turn()) {
			this.superuser.update("""
					insert into access.accounts (account, display_name, machine, password_hash, opened_on)
					values (?, ?, false, ?, date '2024-01-02')""", account, account, turn.hash(password));
		}
		this.encoder.hashes.set(0);
	}

	int events(String name) {
		Integer events = this.superuser.queryForObject("select count(*) from access.outbox where name = ?",
				Integer.class, name);
		return (events == null) ? 0 : events;
	}

	@Override
	public void close() {
		this.database.close();
	}

}
