package org.gongkai.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.access.SignInBarred;
import org.gongkai.events.access.SignInRefused;
import org.gongkai.events.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// 登录: checks passwords, and bars who guesses: an account after five failures in a row for a minute, then for twice as
/// long each time, up to an hour; a network address after thirty failures within ten minutes, for the rest of them.
final class SignIns {

	private static final int FREE = 5;

	private static final Duration FIRST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final int FREE_PER_ADDRESS = 30;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	/// Addresses whose failures are remembered, the latest.
	private static final int ADDRESSES = 10_000;

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final Outbox outbox;

	private final Clock clock;

	private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
			return size() > ADDRESSES;
		}

	};

	SignIns(JdbcTemplate sql, TransactionTemplate transaction, Outbox outbox, Clock clock) {
		this.sql = sql;
		this.transaction = transaction;
		this.outbox = outbox;
		this.clock = clock;
	}

	/// How a sign-in ended.
	sealed interface Outcome {

		/// The password is right.
		record Right() implements Outcome {
		}

		/// It is not, or there is no such account, or it is locked.
		record Wrong() implements Outcome {
		}

		/// Too many were not; nobody looks at this one.
		///
		/// @param seconds after which it is looked at again
		record Barred(long seconds) implements Outcome {
		}

	}

	private record Kept(String hash, boolean locked, String displayName, @Nullable Instant barredUntil) {
	}

	/// Checks a password.
	/// @param session whether a session begins, which is told in the log
	Outcome check(String account, String password, String address, boolean session) {
		long wait = waits(address);
		if (wait > 0) {
			return new Outcome.Barred(wait);
		}
		Kept kept = kept(account);
		if (kept == null) {
			Secret.waste(password);
			failed(address);
			return new Outcome.Wrong();
		}
		Instant now = this.clock.instant();
		if (kept.barredUntil() != null && now.isBefore(kept.barredUntil())) {
			return new Outcome.Barred(Math.max(1, Duration.between(now, kept.barredUntil()).toSeconds()));
		}
		if (!Secret.matches(password, kept.hash()) || kept.locked()) {
			failed(address);
			refused(account, kept, address, now);
			return new Outcome.Wrong();
		}
		passed(account, kept, address, session);
		return new Outcome.Right();
	}

	/// Tells the log that a session begins of somebody whom another provider knows.
	void passedElsewhere(Caller caller, String address) {
		this.transaction.executeWithoutResult((_) -> this.outbox
			.put(new SignedIn(String.valueOf(caller.account()), address, today()), caller, SignInElsewhere.ELSEWHERE));
	}

	private void passed(String account, Kept kept, String address, boolean session) {
		this.transaction.executeWithoutResult((_) -> {
			this.sql.update("""
					update access.accounts set failures = 0, barred_until = null
					where account = ? and (failures > 0 or barred_until is not null)""", account);
			if (session) {
				this.outbox.put(new SignedIn(account, address, today()),
						new Caller(account, kept.displayName(), List.of(), false), "http");
			}
		});
	}

	private void refused(String account, Kept kept, String address, Instant now) {
		Caller tried = new Caller(account, kept.displayName(), List.of(), false);
		this.transaction.executeWithoutResult((_) -> {
			Integer row = this.sql.queryForObject("""
					update access.accounts set failures = failures + 1 where account = ? returning failures""",
					Integer.class, account);
			int count = (row == null) ? 0 : row;
			this.outbox.put(new SignInRefused(account, address, today()), tried, "http");
			if (count >= FREE) {
				Duration bar = bar(count);
				this.sql.update("update access.accounts set barred_until = ? where account = ?",
						OffsetDateTime.ofInstant(now.plus(bar), ZoneOffset.UTC), account);
				this.outbox.put(new SignInBarred(account, count, bar.toSeconds(), today()), tried, "http");
			}
		});
	}

	private static Duration bar(int count) {
		Duration bar = FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
		return (bar.compareTo(LONGEST) > 0) ? LONGEST : bar;
	}

	private @Nullable Kept kept(String account) {
		return this.sql
			.query("select * from access.accounts where account = ? and password_hash is not null", (row, _) -> {
				OffsetDateTime barred = row.getObject("barred_until", OffsetDateTime.class);
				return new Kept(row.getString("password_hash"), row.getBoolean("locked"), row.getString("display_name"),
						(barred == null) ? null : barred.toInstant());
			}, account)
			.stream()
			.findFirst()
			.orElse(null);
	}

	private synchronized long waits(String address) {
		Deque<Instant> recent = this.failures.get(address);
		if (recent == null) {
			return 0;
		}
		Instant now = this.clock.instant();
		while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(WINDOW))) {
			recent.removeFirst();
		}
		return (recent.size() < FREE_PER_ADDRESS) ? 0
				: Math.max(1, Duration.between(now, recent.getFirst().plus(WINDOW)).toSeconds());
	}

	private synchronized void failed(String address) {
		Deque<Instant> recent = this.failures.computeIfAbsent(address, (_) -> new ArrayDeque<>());
		recent.addLast(this.clock.instant());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
