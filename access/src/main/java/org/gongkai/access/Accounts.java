package org.gongkai.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.gongkai.events.access.AccessEvent;
import org.gongkai.events.access.AccountLocked;
import org.gongkai.events.access.AccountOpened;
import org.gongkai.events.access.AccountUnlocked;
import org.gongkai.events.access.PasswordSet;
import org.gongkai.events.access.Role;
import org.gongkai.events.access.RoleGranted;
import org.gongkai.events.access.RoleRevoked;
import org.gongkai.events.access.TokenIssued;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.transaction.support.TransactionTemplate;

/// 账号: opened, given roles, locked. Every change is an event too.
public final class Accounts {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

	private static final int LONGEST_NAME = 200;

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final Outbox outbox;

	private final SignInLimits limits;

	private final PasswordHasher hasher;

	private final Clock clock;

	private final CallerCache callers;

	Accounts(JdbcTemplate sql, TransactionTemplate transaction, Outbox outbox, SignInLimits limits,
			PasswordHasher hasher, Clock clock) {
		this.sql = sql;
		this.transaction = transaction;
		this.outbox = outbox;
		this.limits = limits;
		this.hasher = hasher;
		this.clock = clock;
		this.callers = new CallerCache(sql);
	}

	/// An account that may call today.
	///
	/// @param credentialVersion grows with each password, token, lock and revocation
	record Known(Caller caller, long credentialVersion) {
	}

	/// A secret that was just made.
	///
	/// @param stored how it is kept
	private record Made(String secret, String stored) {
	}

	/// Whether a text can name an account; others need no look into the database.
	static boolean isName(String account) {
		return NAME.matcher(account).matches();
	}

	/// An account with what it may do.
	public record Account(String account, String displayName, boolean machine, boolean locked, LocalDate openedOn,
			List<Granted> grants) {
	}

	/// A role and its days.
	///
	/// @param agency code of the agency for which; null for the whole house
	public record Granted(Role role, @Nullable String agency, boolean withSubordinates, LocalDate from,
			@Nullable LocalDate until) {
	}

	/// All accounts in the order of their names.
	public List<Account> all() {
		// a row mapper that queries would need a second connection of the same pool
		return this.sql.query("""
				select a.*, g.role, g.agency, g.with_subordinates, g.valid_from, g.valid_until
				from access.accounts a left join access.grants g using (account)
				order by a.account, g.role, g.agency nulls first""",
				(ResultSetExtractor<List<Account>>) Accounts::read);
	}

	private static List<Account> read(ResultSet row) throws SQLException {
		Map<String, Account> accounts = new LinkedHashMap<>();
		while (row.next()) {
			String name = row.getString("account");
			Account account = accounts.get(name);
			if (account == null) {
				account = new Account(name, row.getString("display_name"), row.getBoolean("machine"),
						row.getBoolean("locked"), row.getObject("opened_on", LocalDate.class), new ArrayList<>());
				accounts.put(name, account);
			}
			if (row.getString("role") != null) {
				account.grants().add(CallerCache.granted(row));
			}
		}
		return List.copyOf(accounts.values());
	}

	/// Whether nobody can sign in yet.
	public boolean isEmpty() {
		return Boolean.FALSE
			.equals(this.sql.queryForObject("select exists (select from access.accounts)", Boolean.class));
	}

	/// Opens an account.
	/// @param machine whether a program uses it, by a token
	/// @return its one-time password, or its token; told this once
	/// @throws Refused `malformed`, `account-exists`
	public String open(String account, String displayName, boolean machine, Caller by) {
		if (!isName(account)) {
			throw new Refused(Rule.MALFORMED,
					"an account's name is 1 to 64 small letters, digits, dots, hyphens and underscores", "account");
		}
		String shown = TextRule.read("displayName", displayName).strip();
		if (TextRule.isBlank(shown) || TextRule.length(shown) > LONGEST_NAME) {
			throw new Refused(Rule.MALFORMED, "displayName is 1 to 200 characters that can be seen", "displayName");
		}
		TextRule.requireName("displayName", shown);
		Made made = machine ? token() : oneTime();
		return change(() -> {
			int opened = this.sql.update("""
					insert into access.accounts (account, display_name, machine, opened_on) values (?, ?, ?, ?)
					on conflict do nothing""", account, shown, machine, today());
			if (opened == 0) {
				throw new Refused(Rule.ACCOUNT_EXISTS, "there is an account of this name", "account");
			}
			tell(new AccountOpened(account, shown, machine, today()), by);
			return set(account, machine, made, by);
		});
	}

	/// Gives an account a role.
	/// @throws Refused `unknown-account`, `own-grant`, `malformed`
	public void grant(String account, Granted grant, Caller by) {
		notOneself(account, by);
		if (grant.until() != null && grant.until().isBefore(grant.from())) {
			throw new Refused(Rule.MALFORMED, "a grant ends after it begins", "until");
		}
		change(() -> {
			existing(account);
			this.sql.update("""
					insert into access.grants values (?, ?, ?, ?, ?, ?)
					on conflict on constraint one_grant_per_role_and_agency do update set
					with_subordinates = excluded.with_subordinates, valid_from = excluded.valid_from,
					valid_until = excluded.valid_until""", account, name(grant.role()), grant.agency(),
					grant.withSubordinates(), grant.from(), grant.until());
			tell(new RoleGranted(account, grant.role(), grant.agency(), grant.withSubordinates(), grant.from(),
					grant.until(), today()), by);
			return account;
		});
	}

	/// Takes a role back.
	/// @throws Refused `unknown-account`, `unknown-grant`
	public void revoke(String account, Role role, @Nullable String agency, Caller by) {
		change(() -> {
			existing(account);
			if (this.sql.update("""
					delete from access.grants where account = ? and role = ? and agency is not distinct from ?""",
					account, name(role), agency) == 0) {
				throw new Refused(Rule.UNKNOWN_GRANT, "the account does not have this role there");
			}
			endSessions(account);
			tell(new RoleRevoked(account, role, agency, today()), by);
			return account;
		});
	}

	/// Locks an account or unlocks it.
	/// @throws Refused `unknown-account`
	public void lock(String account, boolean locked, Caller by) {
		change(() -> {
			existing(account);
			this.sql.update("update access.accounts set locked = ? where account = ?", locked, account);
			this.limits.clear(account);
			endSessions(account);
			tell(locked ? new AccountLocked(account, today()) : new AccountUnlocked(account, today()), by);
			return account;
		});
	}

	/// Gives an account a new one-time password, or a new token.
	/// @return it; told this once
	/// @throws Refused `unknown-account`
	public String reset(String account, Caller by) {
		boolean machine = isMachine(account, "");
		Made made = machine ? token() : oneTime();
		return change(() -> {
			existing(account);
			return set(account, machine, made, by);
		});
	}

	/// Sets the account's own password and ends its sessions.
	/// @param hash of the new password
	/// @param version of the credentials when the present password was checked
	/// @param session the one that goes on; empty for none
	/// @return the version from now on
	/// @throws Refused `sign-in-refused` where the credentials were changed meanwhile
	long changePassword(Caller by, String hash, long version, String session) {
		String account = String.valueOf(by.account());
		change(() -> {
			if (this.sql.update("""
					update access.accounts
					set password_hash = ?, must_change = false, credential_version = credential_version + 1
					where account = ? and credential_version = ? and not locked""", hash, account, version) == 0) {
				throw new Refused(Rule.SIGN_IN_REFUSED, "the present password is not this any more", "present");
			}
			this.sql.update("delete from access.sessions where principal_name = ? and session_id <> ?", account,
					session);
			tell(new PasswordSet(account, false, today()), by);
			return account;
		});
		return version + 1;
	}

	/// What an account may do today; empty for one that is unknown or locked.
	Optional<Caller> caller(String account) {
		return known(account).map(Known::caller);
	}

	/// The same with the version of its credentials.
	Optional<Known> known(String account) {
		return this.callers.byAccount(account, today());
	}

	/// Whose token this is.
	Optional<Caller> byToken(String token) {
		return this.callers.byToken(Secret.digest(token), today());
	}

	/// Hashes, and so is called outside of any transaction.
	private Made oneTime() {
		String password = Secret.oneTime();
		try (PasswordHasher.Turn turn = this.hasher.turn()) {
			return new Made(password, turn.hash(password));
		}
	}

	private static Made token() {
		String token = Secret.token();
		return new Made(token, Secret.digest(token));
	}

	private String set(String account, boolean machine, Made made, Caller by) {
		if (machine) {
			this.sql.update("""
					insert into access.tokens values (?, ?)
					on conflict (account) do update set token_hash = excluded.token_hash""", account, made.stored());
			tell(new TokenIssued(account, today()), by);
		}
		else {
			this.sql.update("update access.accounts set password_hash = ?, must_change = true where account = ?",
					made.stored(), account);
			this.limits.clear(account);
			tell(new PasswordSet(account, true, today()), by);
		}
		endSessions(account);
		return made.secret();
	}

	/// Ends the sessions of an account on all nodes. One that is beginning in this moment
	/// is not yet among the rows; it has the earlier version.
	private void endSessions(String account) {
		this.sql.update("update access.accounts set credential_version = credential_version + 1 where account = ?",
				account);
		this.sql.update("delete from access.sessions where principal_name = ?", account);
	}

	private static void notOneself(String account, Caller by) {
		if (by.has(account)) {
			throw new Refused(Rule.OWN_GRANT, "nobody grants roles to himself");
		}
	}

	private void existing(String account) {
		isMachine(account, "for update");
	}

	/// @param lock how the row is locked
	/// @return whether it is a program's
	private boolean isMachine(String account, String lock) {
		return this.sql
			.queryForList("select machine from access.accounts where account = ? " + lock, Boolean.class, account)
			.stream()
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_ACCOUNT, "there is no account of this name"));
	}

	private String change(Supplier<String> work) {
		String told = this.transaction.execute((_) -> work.get());
		return (told == null) ? "" : told;
	}

	private void tell(AccessEvent event, Caller by) {
		this.outbox.put(event, by, "http");
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static String name(Role role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

}
