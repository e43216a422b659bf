package org.gongkai.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.gongkai.log.EventJson;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The replies given under a caller's key. Stored in the transaction of the events that they tell of, so that a call that is
/// repeated after a lost answer, or after a restart, gets the first answer and records nothing twice.
@Component
class IdempotentReplies {

	private final JdbcTemplate tables;

	private final Clock clock;

	private final PersonalKeys keys;

	/// @param keys by which requests are compared, which may name people
	IdempotentReplies(JdbcTemplate commandTables, Clock clock, @Qualifier("personalKeys") PersonalKeys keys) {
		this.tables = commandTables;
		this.clock = clock;
		this.keys = keys;
	}

	/// @param request name and body of the command
	/// @param work does it, storing its receipt by [#store] within its transaction
	/// @throws Refused `idempotency-key-reused` when the key was used for something else
	Receipt once(String key, String request, Supplier<Receipt> work) {
		Optional<Receipt> given = given(key, request);
		if (given.isPresent()) {
			return given.get();
		}
		try {
			return work.get();
		}
		catch (DuplicateKeyException | Refused ex) {
			// the same call came twice at once, and the other was first; its events are
			// the ones that hold, and may be why this one was refused
			return given(key, request).orElseThrow(() -> ex);
		}
	}

	void store(String key, String request, Receipt receipt) {
		this.tables.update("insert into command.idempotent_replies values (?, ?, ?, ?)", key,
				this.keys.fingerprint(request), EventJson.mapper().writeValueAsString(receipt),
				java.sql.Timestamp.from(this.clock.instant()));
	}

	private Optional<Receipt> given(String key, String request) {
		List<Receipt> replies = this.tables
			.query("select request_hash, reply from command.idempotent_replies where key = ?", (row, _) -> {
				if (!row.getString("request_hash").equals(this.keys.fingerprint(request))) {
					throw new Refused(Rule.IDEMPOTENCY_KEY_REUSED, "the key belongs to another request");
				}
				return EventJson.mapper().readValue(row.getString("reply"), Receipt.class);
			}, key);
		return replies.stream().findFirst();
	}

}
