package org.gongkai.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongkai.access.Accounts.Granted;
import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/// Loads an account with its grants in one statement. The statement also reads the version of the accounts, which every change
/// increases in its own transaction, and returns rows of the account only if the version differs from the one in memory: a revoked role
/// takes effect on the next call of every node.
final class CallerCache {

	/// The lateral query is not executed while the version is unchanged.
	private static final String LOAD = """
			select v.version, c.* from access.version v left join lateral (
				select a.account, a.display_name, a.must_change, a.credential_version, g.role, g.agency, g.with_subordinates, g.valid_from, g.valid_until
				from access.accounts a left join access.grants g using (account)
				where v.version <> ? and not a.locked and a.account = %s
				order by g.role, g.agency nulls first) c on true""";

	private static final String BY_ACCOUNT = LOAD.formatted("?");

	private static final String BY_TOKEN = LOAD
		.formatted("(select t.account from access.tokens t where t.token_hash = ?)");

	/// Accounts and tokens in memory, the most recently used.
	private static final int MOST = 10_000;

	private static final long NONE = -1;

	private final JdbcTemplate sql;

	private final Map<Key, Cached> entries = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Cached> eldest) {
			return size() > MOST;
		}

	};

	CallerCache(JdbcTemplate sql) {
		this.sql = sql;
	}

	private record Key(String query, String value) {
	}

	/// @param account null if there is none, or if it is locked
	private record Cached(long version, @Nullable Loaded account) {
	}

	private record Loaded(String account, String displayName, boolean mustChange, long credentialVersion,
			List<Granted> grants) {

		Accounts.Known on(LocalDate today) {
			return new Accounts.Known(new Caller(this.account, this.displayName, this.grants.stream()
				.filter((one) -> !today.isBefore(one.from()) && (one.until() == null || !today.isAfter(one.until())))
				.map((one) -> new Grant(one.role(), one.agency(), one.withSubordinates()))
				.toList(), this.mustChange), this.credentialVersion);
		}

	}

	/// What an account may do on a day; empty for one that is unknown or locked.
	Optional<Accounts.Known> byAccount(String account, LocalDate today) {
		return find(new Key(BY_ACCOUNT, account), today);
	}

	/// @param digest of the token
	Optional<Caller> byToken(String digest, LocalDate today) {
		return find(new Key(BY_TOKEN, digest), today).map(Accounts.Known::caller);
	}

	private Optional<Accounts.Known> find(Key key, LocalDate today) {
		Cached known = known(key);
		Cached current = this.sql.query(key.query(), (ResultSetExtractor<Cached>) (row) -> read(row, known),
				known.version(), key.value());
		if (current == null || current.account() == null) {
			// an unknown name must not displace a known one
			forget(key);
			return Optional.empty();
		}
		if (current != known) {
			keep(key, current);
		}
		return Optional.of(current.account().on(today));
	}

	private static Cached read(ResultSet row, Cached known) throws SQLException {
		if (!row.next()) {
			throw new IllegalStateException("the accounts have no version");
		}
		long version = row.getLong("version");
		if (version == known.version()) {
			return known;
		}
		String account = row.getString("account");
		if (account == null) {
			return new Cached(version, null);
		}
		String displayName = row.getString("display_name");
		boolean mustChange = row.getBoolean("must_change");
		long credentialVersion = row.getLong("credential_version");
		List<Granted> grants = new ArrayList<>();
		do {
			if (row.getString("role") != null) {
				grants.add(granted(row));
			}
		}
		while (row.next());
		return new Cached(version,
				new Loaded(account, displayName, mustChange, credentialVersion, List.copyOf(grants)));
	}

	/// A row of `access.grants`.
	static Granted granted(ResultSet row) throws SQLException {
		return new Granted(Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)), row.getString("agency"),
				row.getBoolean("with_subordinates"), row.getObject("valid_from", LocalDate.class),
				row.getObject("valid_until", LocalDate.class));
	}

	private Cached known(Key key) {
		synchronized (this.entries) {
			return this.entries.getOrDefault(key, new Cached(NONE, null));
		}
	}

	private void keep(Key key, Cached entry) {
		synchronized (this.entries) {
			this.entries.put(key, entry);
		}
	}

	private void forget(Key key) {
		synchronized (this.entries) {
			this.entries.remove(key);
		}
	}

}
