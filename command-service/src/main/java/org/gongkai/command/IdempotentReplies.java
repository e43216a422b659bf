package org.gongkai.command;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.gongkai.log.EventJson;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The replies given under an account's key. Stored in the transaction of their events, so that a call that is repeated after
/// a lost answer, or after a restart, gets the first answer and records nothing twice.
@Component
class IdempotentReplies {

	private static final Logger LOGGER = LoggerFactory.getLogger(IdempotentReplies.class);

	/// How long a repeated call is recognized.
	static final Duration RETENTION = Duration.ofDays(30);

	/// Expired replies are deleted once in so many calls, and at most so many at once:
	/// faster than new ones come.
	private static final int CALLS_PER_CLEANUP = 100;

	private static final int MOST_DELETED = 1000;

	private static final String EXPIRED = """
			delete from command.idempotent_replies where (key, given_at) in (
			select key, given_at from command.idempotent_replies where given_at < ?
			order by given_at limit ? for update skip locked)""";

	/// A row without an account is of an earlier build, which compared keys across
	/// accounts.
	private static final String GIVEN = """
			select request_hash, context_hash, reply from command.idempotent_replies
			where key = ? and (account = ? or account is null) order by account nulls last limit 1""";

	private final JdbcTemplate tables;

	private final Clock clock;

	private final PersonalKeys keys;

	private final AtomicLong calls = new AtomicLong();

	/// @param keys by which requests are compared, which may name people
	IdempotentReplies(JdbcTemplate commandTables, Clock clock, @Qualifier("personalKeys") PersonalKeys keys) {
		this.tables = commandTables;
		this.clock = clock;
		this.keys = keys;
	}

	/// A call that is recorded once.
	///
	/// @param account who calls; empty for the operator
	/// @param key of the account
	/// @param request name and body of the command
	/// @param context what else the caller sent that decides whether and how it is
	/// recorded
	record Call(String account, String key, String request, String context) {

		static Call of(Circumstances by, String key, String request, @Nullable Long seen) {
			String account = by.caller().account();
			// the operator's actor is a header; an account's name may change between
			// calls
			String actor = (account == null) ? by.caller().actor() : "";
			return new Call((account == null) ? "" : account, key, request, EventJson.mapper()
				.writeValueAsString(List.of((seen == null) ? "" : seen.toString(), actor, by.reason())));
		}

	}

	/// @param work does it, storing its receipt by [#store] within its transaction
	/// @throws Refused `idempotency-key-reused` when the key was used for something else
	Receipt once(Call call, Supplier<Receipt> work) {
		Optional<Receipt> given = given(call);
		if (given.isPresent()) {
			return given.get();
		}
		Receipt receipt;
		try {
			receipt = work.get();
		}
		catch (DuplicateKeyException | Refused ex) {
			// the same call came twice at once, and the other was first; its events are
			// the ones that hold, and may be why this one was refused
			return given(call).orElseThrow(() -> ex);
		}
		if (this.calls.getAndIncrement() % CALLS_PER_CLEANUP == 0) {
			deleteExpired();
		}
		return receipt;
	}

	void store(Call call, Receipt receipt) {
		this.tables.update("""
				insert into command.idempotent_replies (key, request_hash, reply, given_at, account, context_hash)
				values (?, ?, ?, ?, ?, ?)""", call.key(), this.keys.fingerprint(call.request()),
				EventJson.mapper().writeValueAsString(receipt), Timestamp.from(this.clock.instant()), call.account(),
				this.keys.fingerprint(call.context()));
	}

	private Optional<Receipt> given(Call call) {
		return this.tables.query(GIVEN, (row, _) -> {
			String context = row.getString("context_hash");
			if (!row.getString("request_hash").equals(this.keys.fingerprint(call.request()))
					|| context != null && !context.equals(this.keys.fingerprint(call.context()))) {
				throw new Refused(Rule.IDEMPOTENCY_KEY_REUSED, "the key belongs to another request");
			}
			return EventJson.mapper().readValue(row.getString("reply"), Receipt.class);
		}, call.key(), call.account()).stream().findFirst();
	}

	/// Outside of the command's transaction, so that no lock of it is held meanwhile.
	private void deleteExpired() {
		try {
			this.tables.update(EXPIRED, Timestamp.from(this.clock.instant().minus(RETENTION)), MOST_DELETED);
		}
		catch (DataAccessException ex) {
			// the command is recorded all the same, and a later call deletes them
			LOGGER.warn("expired replies were not deleted: {}", ex.toString());
		}
	}

}
