package org.gongkai.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Metadata;
import org.gongkai.events.access.AccessEvent;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/// What happened to accounts and is still to be written into the log. It is put here in the transaction of the change, by
/// either service, and taken out by the one that may write the log, in the transaction of the event.
public final class Outbox {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	/// The lock of whoever empties it; only one does at a time.
	private static final long LOCK = 4_107_007L;

	private static final int MOST = 200;

	private final JdbcTemplate sql;

	Outbox(JdbcTemplate sql) {
		this.sql = sql;
	}

	/// An event on its way.
	///
	/// @param metadata who did it and how
	public record Occurrence(AccessEvent event, Map<String, String> metadata) {
	}

	/// @param by null where nobody was known yet
	void put(AccessEvent event, Caller by, String via) {
		Map<String, String> metadata = new HashMap<>(Map.of(Metadata.ACTOR, by.actor(), Metadata.VIA, via));
		if (by.account() != null) {
			metadata.put(Metadata.ACCOUNT, by.account());
		}
		String name = EventCatalog.nameOf(event.getClass());
		this.sql.update("insert into access.outbox (name, revision, payload, metadata) values (?, ?, ?::json, ?::json)",
				name, EventForms.PUBLISHED.revision(name), EventJson.write(event),
				EventJson.mapper().writeValueAsString(metadata));
	}

	/// Takes the oldest out, within a transaction; none while another node does.
	public List<Occurrence> take() {
		if (!Boolean.TRUE.equals(this.sql.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
			return List.of();
		}
		return this.sql.query("""
				with taken as (
					delete from access.outbox where occurrence in (
						select occurrence from access.outbox order by occurrence limit ?)
					returning *
				)
				select * from taken order by occurrence""", (row, _) -> {
			Event event = EventForms.PUBLISHED.read(row.getString("name"), row.getInt("revision"),
					row.getString("payload"));
			return new Occurrence((AccessEvent) event, EventJson.mapper().readValue(row.getString("metadata"), TEXTS));
		}, MOST);
	}

}
