package org.gongkai.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

import org.gongkai.events.access.SignInBarred;
import org.gongkai.events.access.SignInRefused;
import org.gongkai.events.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// 登录: checks passwords within the limits of [SignInLimits] and [PasswordHasher].
final class SignIns {

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final Outbox outbox;

	private final SignInLimits limits;

	private final PasswordHasher hasher;

	private final RememberedPasswords remembered;

	private final Clock clock;

	SignIns(JdbcTemplate sql, TransactionTemplate transaction, Outbox outbox, SignInLimits limits,
			PasswordHasher hasher, Clock clock) {
		this.sql = sql;
		this.transaction = transaction;
		this.outbox = outbox;
		this.limits = limits;
		this.hasher = hasher;
		this.remembered = new RememberedPasswords(clock);
		this.clock = clock;
	}

	/// How a sign-in ended.
	sealed interface Outcome {

		/// The password is right.
		///
		/// @param version of the credentials that were checked
		record Right(long version) implements Outcome {
		}

		/// It is not, or there is no such account, or it is locked.
		record Wrong() implements Outcome {
		}

		/// Too many were not; this one is not checked.
		///
		/// @param seconds after which it is checked again
		record Barred(long seconds) implements Outcome {
		}

		/// Too many passwords are being checked at once.
		record Busy() implements Outcome {
		}

	}

	private record Stored(String hash, boolean locked, String displayName, long version) {
	}

	/// Checks the password that begins a session, which is written into the log.
	Outcome signIn(String account, String password, String address) {
		try {
			return checked(account, password, address, Purpose.SESSION);
		}
		catch (Overloaded ex) {
			return new Outcome.Busy();
		}
	}

	/// Checks the password that comes with a call. One that was right within the last
	/// minute is not hashed again.
	Outcome call(String account, String password, String address) {
		try {
			return checked(account, password, address, Purpose.CALL);
		}
		catch (Overloaded ex) {
			return new Outcome.Busy();
		}
	}

	/// The version of the credentials for which a password was right within the last
	/// minute, and is right if the account still has it.
	OptionalLong remembered(String account, String password) {
		return this.remembered.version(account, password);
	}

	/// Checks the present password of an account, within the same limits as at a sign-in.
	/// @throws Overloaded if too many passwords are being checked
	Outcome verify(String account, String password, String address) {
		return checked(account, password, address, Purpose.CHANGE);
	}

	/// @throws Overloaded if too many passwords are being checked
	String hash(String password) {
		try (PasswordHasher.Turn turn = this.hasher.turn()) {
			return turn.hash(password);
		}
	}

	private enum Purpose {

		SESSION, CALL, CHANGE

	}

	private Outcome checked(String account, String password, String address, Purpose purpose) {
		// before the queue: a barred caller is answered at once and takes no place in it
		long waits = this.limits.waits(account, address);
		if (waits > 0) {
			return new Outcome.Barred(waits);
		}
		try (PasswordHasher.Turn turn = this.hasher.turn()) {
			Stored stored = stored(account);
			// another call of the same program was ahead in the queue
			if (purpose == Purpose.CALL && stored != null
					&& remembered(account, password).equals(OptionalLong.of(stored.version()))) {
				return new Outcome.Right(stored.version());
			}
			SignInLimits.Reservation reservation = this.limits.reserve(account, address);
			SignInLimits.Attempt attempt = reservation.attempt();
			if (attempt == null) {
				return new Outcome.Barred(reservation.waits());
			}
			if (stored == null) {
				turn.matchesNothing(password);
				return new Outcome.Wrong();
			}
			if (!turn.matches(password, stored.hash()) || stored.locked()) {
				refused(account, stored, address, attempt);
				return new Outcome.Wrong();
			}
			passed(account, stored, address, purpose == Purpose.SESSION, attempt);
			if (purpose == Purpose.CALL) {
				this.remembered.remember(account, password, stored.version());
			}
			return new Outcome.Right(stored.version());
		}
	}

	/// Writes into the log that a session begins for a person whom another provider
	/// identified.
	void passedElsewhere(Caller caller, String address) {
		this.transaction.executeWithoutResult((_) -> this.outbox
			.put(new SignedIn(String.valueOf(caller.account()), address, today()), caller, SignInElsewhere.ELSEWHERE));
	}

	private void passed(String account, Stored stored, String address, boolean session, SignInLimits.Attempt attempt) {
		this.transaction.executeWithoutResult((_) -> {
			this.limits.succeeded(attempt);
			if (session) {
				this.outbox.put(new SignedIn(account, address, today()), caller(account, stored), "http");
			}
		});
	}

	private void refused(String account, Stored stored, String address, SignInLimits.Attempt attempt) {
		Caller tried = caller(account, stored);
		if (attempt.isWritten() && this.limits.mayWrite()) {
			this.outbox.put(new SignInRefused(account, address, today()), tried, "http");
		}
		barred(account, attempt.pairFailures(), attempt.bars(), tried);
		barred(account, attempt.accountFailures(), attempt.accountBars(), tried);
	}

	private void barred(String account, int failures, Duration bar, Caller tried) {
		if (bar.isPositive() && this.limits.mayWrite()) {
			this.outbox.put(new SignInBarred(account, failures, bar.toSeconds(), today()), tried, "http");
		}
	}

	private static Caller caller(String account, Stored stored) {
		return new Caller(account, stored.displayName(), List.of(), false);
	}

	private @Nullable Stored stored(String account) {
		if (!Accounts.isName(account)) {
			return null;
		}
		return this.sql
			.query("select * from access.accounts where account = ? and password_hash is not null",
					(row, _) -> new Stored(row.getString("password_hash"), row.getBoolean("locked"),
							row.getString("display_name"), row.getLong("credential_version")),
					account)
			.stream()
			.findFirst()
			.orElse(null);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
