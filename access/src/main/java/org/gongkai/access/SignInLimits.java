package org.gongkai.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts sign-ins before their password is checked, in the database and so for all nodes together: of a network address, of an
/// account from one address, and of an account from anywhere. An attempt counts as failed until it succeeds, so that parallel ones
/// cannot pass the limit. Whether the account exists makes no difference here. Decision 0039.
final class SignInLimits {

	static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10),
			Duration.ZERO);

	static final Limit PAIR = new Limit(5, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(1),
			Duration.ofHours(1));

	/// Higher and slower: it is there for many addresses that guess one account.
	static final Limit ACCOUNT = new Limit(100, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(15),
			Duration.ofHours(1));

	/// Failures of one account that are written down each by itself; later ones only when
	/// they bar.
	private static final int WRITTEN_PER_ACCOUNT = 20;

	/// Events of failures of all accounts together that are written down within an hour.
	static final Limit WRITTEN = new Limit(500, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1),
			Duration.ZERO);

	/// For how long an address from which the account signed in is exempt from the limit
	/// of the account, so that others cannot lock the owner out.
	private static final Duration KNOWN = Duration.ofDays(30);

	private static final int PURGED = 500;

	private static final Logger LOGGER = LoggerFactory.getLogger(SignInLimits.class);

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final SecretKeySpec key;

	/// @param secret the same on all nodes
	SignInLimits(JdbcTemplate sql, TransactionTemplate transaction, Clock clock, String secret) {
		this.sql = sql;
		this.transaction = transaction;
		this.clock = clock;
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
	}

	/// @param free failures before the first bar
	/// @param window how long a failure counts where no bar follows
	/// @param first the first bar; each later one is twice as long
	/// @param longest the longest bar
	/// @param after how long failures count after a bar
	record Limit(int free, Duration window, Duration first, Duration longest, Duration after) {

		private static final int DOUBLINGS = 10;

		Duration bar(int failures) {
			Duration bar = this.first.multipliedBy(1L << Math.min(failures - this.free, DOUBLINGS));
			return (bar.compareTo(this.longest) > 0) ? this.longest : bar;
		}

	}

	/// An attempt that may go on, counted as failed.
	///
	/// @param pairFailures of the account from this address, with this one
	/// @param accountFailures of the account from anywhere, with this one
	/// @param bars how long the account is barred from this address if this one fails;
	/// zero if it is not
	/// @param accountBars the same from everywhere
	record Attempt(Counters counters, int pairFailures, int accountFailures, Duration bars, Duration accountBars) {

		/// Whether its failure is written down by itself.
		boolean isWritten() {
			return this.accountFailures <= WRITTEN_PER_ACCOUNT;
		}

	}

	/// @param attempt null where too many have failed
	/// @param waits after how many seconds the next one is looked at
	record Reservation(@Nullable Attempt attempt, long waits) {
	}

	/// The rows that count an attempt.
	record Counters(String address, String account, String pair) {
	}

	private record Count(int failures, Instant countedUntil, @Nullable Instant barredUntil,
			@Nullable Instant knownUntil) {

		private static final Count NONE = new Count(0, Instant.EPOCH, null, null);

		private static Count read(ResultSet row) throws SQLException {
			Instant counted = at(row, "counted_until");
			return new Count(row.getInt("failures"), (counted == null) ? Instant.EPOCH : counted,
					at(row, "barred_until"), at(row, "known_until"));
		}

		private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
			OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
			return (at == null) ? null : at.toInstant();
		}

		private boolean isKnown(Instant now) {
			return this.knownUntil != null && now.isBefore(this.knownUntil);
		}

		private long waits(Instant now) {
			return (this.barredUntil == null || !now.isBefore(this.barredUntil)) ? 0
					: Math.max(1, Duration.between(now, this.barredUntil).toSeconds());
		}

		/// With one failure more.
		private Count failed(Limit limit, Instant now) {
			boolean over = !now.isBefore(this.countedUntil);
			int counted = over ? 1 : this.failures + 1;
			Instant until = over ? now.plus(limit.window()) : this.countedUntil;
			if (counted < limit.free()) {
				return new Count(counted, until, null, this.knownUntil);
			}
			Instant bar = now.plus(limit.bar(counted));
			Instant after = bar.plus(limit.after());
			return new Count(counted, after.isAfter(until) ? after : until, bar, this.knownUntil);
		}

		private Count without(int succeeded, Limit limit) {
			int left = Math.max(0, this.failures - succeeded);
			return new Count(left, this.countedUntil, (left < limit.free()) ? null : this.barredUntil, this.knownUntil);
		}

		private Instant keptUntil() {
			return (this.knownUntil != null && this.knownUntil.isAfter(this.countedUntil)) ? this.knownUntil
					: this.countedUntil;
		}

	}

	/// After how many seconds an attempt is looked at again; 0 for now. Nothing is
	/// counted.
	long waits(String account, String address) {
		Counters counters = counters(account, address);
		Map<String, Count> counts = new HashMap<>();
		this.sql.query("select * from access.sign_in_failures where counter in (?, ?, ?)", (row) -> {
			counts.put(row.getString("counter"), Count.read(row));
		}, counters.address(), counters.account(), counters.pair());
		return waits(counters, counts, now());
	}

	/// Counts an attempt as failed before its password is checked.
	Reservation reserve(String account, String address) {
		Counters counters = counters(account, address);
		Instant now = now();
		purge(now);
		Reservation reservation = this.transaction.execute((_) -> {
			Map<String, Count> counts = locked(counters, now);
			long waits = waits(counters, counts, now);
			if (waits > 0) {
				return new Reservation(null, waits);
			}
			Count here = count(counts, counters.address()).failed(ADDRESS, now);
			Count pair = count(counts, counters.pair()).failed(PAIR, now);
			Count all = count(counts, counters.account()).failed(ACCOUNT, now);
			write(counters.address(), here);
			write(counters.pair(), pair);
			write(counters.account(), all);
			return new Reservation(
					new Attempt(counters, pair.failures(), all.failures(), bar(pair, now), bar(all, now)), 0);
		});
		if (reservation == null) {
			throw new IllegalStateException("no attempt was counted");
		}
		return reservation;
	}

	/// The password was right: what the account failed from this address counts no more,
	/// at the address and at the account neither. To be called within a transaction.
	void succeeded(Attempt attempt) {
		Counters counters = attempt.counters();
		Instant now = now();
		Map<String, Count> counts = locked(counters, now);
		Count pair = count(counts, counters.pair());
		write(counters.address(), count(counts, counters.address()).without(pair.failures(), ADDRESS));
		write(counters.account(), count(counts, counters.account()).without(pair.failures(), ACCOUNT));
		Count known = new Count(0, now, null, now.plus(KNOWN));
		write(counters.pair(), known);
	}

	/// Forgets what failed of an account, from wherever.
	void clear(String account) {
		this.sql.update("""
				update access.sign_in_failures set failures = 0, barred_until = null where counter in (
					select counter from access.sign_in_failures where account = ? order by counter for update)""",
				digest("account", account, ""));
	}

	/// Whether one more event of a failure is written down, which any caller can cause.
	boolean mayWrite() {
		Instant now = now();
		String counter = digest("written", "", "");
		return Boolean.TRUE.equals(this.transaction.execute((_) -> {
			Count count = locked(counter, "", now);
			if (count.waits(now) > 0) {
				return false;
			}
			Count more = count.failed(WRITTEN, now);
			if (more.failures() == WRITTEN.free()) {
				LOGGER.warn(
						"{} failed sign-ins within an hour: further ones of the next hour are counted and not written into the log",
						WRITTEN.free());
			}
			write(counter, more);
			return true;
		}));
	}

	private static long waits(Counters counters, Map<String, Count> counts, Instant now) {
		Count pair = count(counts, counters.pair());
		long own = Math.max(count(counts, counters.address()).waits(now), pair.waits(now));
		return pair.isKnown(now) ? own : Math.max(own, count(counts, counters.account()).waits(now));
	}

	private static Count count(Map<String, Count> counts, String counter) {
		return counts.getOrDefault(counter, Count.NONE);
	}

	private static Duration bar(Count count, Instant now) {
		return (count.barredUntil() == null) ? Duration.ZERO : Duration.between(now, count.barredUntil());
	}

	/// Locked in the same order everywhere, so that two attempts never wait for each
	/// other.
	private Map<String, Count> locked(Counters counters, Instant now) {
		Map<String, Count> counts = new HashMap<>();
		Stream.of(counters.address(), counters.account(), counters.pair())
			.sorted()
			.forEach((counter) -> counts.put(counter,
					locked(counter, counter.equals(counters.address()) ? "" : counters.account(), now)));
		return counts;
	}

	private Count locked(String counter, String account, Instant now) {
		Count count = this.sql.queryForObject("""
				insert into access.sign_in_failures as kept (counter, account, counted_until, kept_until)
				values (?, ?, ?, ?)
				on conflict (counter) do update set failures = kept.failures returning *""",
				(row, _) -> Count.read(row), counter, account, utc(now), utc(now));
		return (count == null) ? Count.NONE : count;
	}

	private void write(String counter, Count count) {
		this.sql.update("""
				update access.sign_in_failures set failures = ?, counted_until = ?, barred_until = ?, known_until = ?,
				kept_until = ? where counter = ?""", count.failures(), utc(count.countedUntil()),
				utc(count.barredUntil()), utc(count.knownUntil()), utc(count.keptUntil()), counter);
	}

	private void purge(Instant now) {
		this.sql.update("""
				delete from access.sign_in_failures where counter in (
					select counter from access.sign_in_failures where kept_until < ? order by kept_until
					limit ? for update skip locked)""", utc(now), PURGED);
	}

	/// As exact as the database keeps it, or a moment read back would lie behind the one
	/// that was written.
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private Counters counters(String account, String address) {
		String counted = NetworkAddress.counted(address);
		return new Counters(digest("address", "", counted), digest("account", account, ""),
				digest("pair", account, counted));
	}

	private String digest(String kind, String account, String address) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			for (String part : new String[] { kind, account, address }) {
				byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
				mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
				mac.update(bytes);
			}
			return HexFormat.of().formatHex(mac.doFinal(), 0, 16);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
