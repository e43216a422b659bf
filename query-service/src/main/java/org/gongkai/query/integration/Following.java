package org.gongkai.query.integration;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.gongkai.log.EventForms;
import org.gongkai.log.PositionSource;
import org.gongkai.log.received.ReceivedLog;
import org.gongkai.query.Completeness;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// All sources that this query-service is fed from. How they stand is read from the database, whichever node receives.
public final class Following implements Completeness, MeterBinder {

	private static final Logger LOGGER = LoggerFactory.getLogger(Following.class);

	private final FollowSettings settings;

	private final ReceivedLog log;

	private final JdbcTemplate sql;

	private final Reception reception;

	/// @param append connections as `gongkai_append`
	/// @param leaders the same outside of the pool
	/// @param sql may select from the log
	/// @param source is told of new positions
	public Following(FollowSettings settings, DataSource append, DataSource leaders, EventForms forms, JdbcTemplate sql,
			PositionSource source) {
		this.settings = settings;
		this.log = new ReceivedLog(append, forms);
		this.sql = sql;
		Speakers speakers = new Speakers(settings.speakers());
		this.reception = new Reception(leaders, () -> {
			this.log.receives(settings.decisive());
			return settings.sources()
				.stream()
				.map((one) -> new Receiver(one.origin(), this.log, speakers, () -> new KafkaFeed(one), settings.retry(),
						source::nudge))
				.toList();
		});
	}

	/// Begins to receive, or to wait for the end of the node that does.
	public void start() {
		this.log.open(this.settings.sources().stream().map(FollowSettings.Source::origin).toList());
		String theirs = otherSettings();
		if (theirs != null) {
			LOGGER.warn("the node that receives has other settings, which hold while it does: {}", theirs);
		}
		this.reception.start();
	}

	/// Ends what is under way.
	public void stop() {
		this.reception.stop();
	}

	/// How far a source is.
	///
	/// @param position everything up to here was taken
	/// @param seen the highest position that was seen on its topic
	/// @param fault why nothing more is taken; null while nothing is wrong
	record State(String source, long position, long seen, @Nullable Fault fault) {
	}

	/// Whether this node receives at present.
	boolean receiving() {
		return this.reception.leading();
	}

	/// By which other settings another node receives; null where they are the same.
	@Nullable String otherSettings() {
		return receiving() ? null
				: this.log.receivedBy().filter((theirs) -> !theirs.equals(this.settings.decisive())).orElse(null);
	}

	/// How far each source is, in the order of the settings.
	List<State> states() {
		return this.settings.sources().stream().map((source) -> state(source.origin())).toList();
	}

	private State state(String source) {
		ReceivedLog.Standing standing = this.log.standing(source);
		return new State(source, standing.position(), Math.max(standing.position(), standing.seen()),
				Fault.of(standing.fault()));
	}

	@Override
	public List<SourcePosition> at(long position) {
		Map<String, Long> reached = new HashMap<>();
		// up to before the first record that stands after the position
		this.sql.query("""
				select s.source, coalesce((select r.source_position - 1 from log.received r
				where r.source = s.source and r.position > ? order by r.position limit 1), s.position)
				from log.sources s""", (row) -> {
			reached.put(row.getString(1), row.getLong(2));
		}, position);
		return states().stream()
			.map((state) -> new SourcePosition(state.source(), reached.getOrDefault(state.source(), 0L),
					state.fault() != null))
			.toList();
	}

	@Override
	public long here(long recorded, long position, Collection<String> agencies) {
		String source = Objects.requireNonNull(this.sql.queryForObject("""
				select e.metadata ->> 'source' from log.positions p join log.events e using (event_index)
				where p.position = ?""", String.class, recorded));
		Set<String> others = new HashSet<>(
				this.sql.queryForList("select subject from log.speakers where source <> ?", String.class, source));
		others.retainAll(Set.copyOf(agencies));
		if (!others.isEmpty()) {
			throw new Refused(Rule.ONLY_AT_THE_SOURCE,
					"this counts what other sources than " + source + " sent: its position says nothing about them");
		}
		return this.sql.query("""
				select position from log.received where source = ? and source_position <= ? and position is not null
				order by source_position desc limit 1""", (row) -> row.next() ? row.getLong(1) : 0L, source, position);
	}

	@Override
	public void requireOwnLog() {
		throw new Refused(Rule.ONLY_AT_THE_SOURCE, "a report is published by the office in whose log it is counted");
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (FollowSettings.Source source : this.settings.sources()) {
			gauge(registry, "gongkai.follow.position", "everything up to here was taken from the source", source,
					State::position);
			gauge(registry, "gongkai.follow.lag", "positions that were seen on the source's topic and not taken",
					source, (state) -> state.seen() - state.position());
			gauge(registry, "gongkai.follow.stopped", "whether a record of the source is missing or wrong", source,
					(state) -> (state.fault() != null) ? 1 : 0);
		}
		Gauge.builder("gongkai.follow.differing", this, (one) -> (one.otherSettings() != null) ? 1 : 0)
			.description("whether another node receives by other settings than this one's")
			.register(registry);
		Gauge.builder("gongkai.follow.receiving", this, (one) -> one.receiving() ? 1 : 0)
			.description("whether this node is the one that receives")
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, String description, FollowSettings.Source source,
			ToDoubleFunction<State> value) {
		Gauge.builder(name, this, (one) -> value.applyAsDouble(one.state(source.origin())))
			.description(description)
			.tag("source", source.origin())
			.register(registry);
	}

}
