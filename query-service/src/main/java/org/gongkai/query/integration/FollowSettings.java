package org.gongkai.query.integration;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose topics this query-service is fed from, instead of the log in its database.
///
/// @param migratePassword password of `gongkai_migrate` in the query-service's own database
/// @param appendPassword password of `gongkai_append` there
/// @param retry longest wait before a source that stopped is read again from behind its last good record
/// @param sources none: the log in the database is shown
@ConfigurationProperties("gongkai.query.follow")
public record FollowSettings(@DefaultValue("") String migratePassword, @DefaultValue("") String appendPassword,
		@DefaultValue("30s") Duration retry, @DefaultValue List<Source> sources) {

	/// @throws IllegalArgumentException for a source without a name, two of one name, or
	/// two that speak for one agency
	public FollowSettings {
		sources = List.copyOf(sources);
		Map<String, String> speakers = new HashMap<>();
		if (sources.stream().map(Source::origin).distinct().count() != sources.size()) {
			throw new IllegalArgumentException("gongkai.query.follow.sources: each source stands once");
		}
		for (Source source : sources) {
			for (String subject : source.speaksFor()) {
				String other = speakers.put(subject, source.origin());
				if (other != null) {
					throw new IllegalArgumentException("gongkai.query.follow.sources: " + other + " and "
							+ source.origin() + " both speak for " + subject);
				}
			}
		}
	}

	/// A log and the topic that it is relayed to.
	///
	/// @param origin the log's name, as on each of its records
	/// @param bootstrapServers brokers by which the others are found, `host:port`,
	/// separated by commas
	/// @param topic the log's
	/// @param agencies codes of the agencies that it speaks for, whatever other sources
	/// say of them; for others whoever sends their records does
	/// @param calendar whether its working days hold, whatever other sources announce
	/// @param client further settings of Kafka's clients, such as those of TLS and of
	/// signing in
	public record Source(String origin, String bootstrapServers, @DefaultValue("gongkai.events") String topic,
			@DefaultValue List<String> agencies, @DefaultValue("false") boolean calendar,
			@DefaultValue Map<String, String> client) {

		public Source {
			if (origin.isBlank() || bootstrapServers.isBlank()) {
				throw new IllegalArgumentException(
						"gongkai.query.follow.sources: each has an origin and bootstrap-servers");
			}
			agencies = List.copyOf(agencies);
			client = Map.copyOf(client);
		}

		private List<String> speaksFor() {
			return this.calendar ? Stream.concat(this.agencies.stream(), Stream.of(Speakers.CALENDAR)).toList()
					: this.agencies;
		}

		@Override
		public String toString() {
			return this.origin;
		}

	}

	/// Whether topics are followed.
	public boolean on() {
		return !this.sources.isEmpty();
	}

	/// Which source speaks for an agency, or the calendar, by these settings.
	Map<String, String> speakers() {
		Map<String, String> speakers = new HashMap<>();
		this.sources
			.forEach((source) -> source.speaksFor().forEach((subject) -> speakers.put(subject, source.origin())));
		return speakers;
	}

	/// What decides about what is taken, in one order, without passwords and the settings
	/// of clients.
	String decisive() {
		return this.sources.stream()
			.sorted(Comparator.comparing(Source::origin))
			.map((one) -> one.origin() + " from " + one.topic() + " at " + one.bootstrapServers() + " for "
					+ one.speaksFor().stream().sorted().toList())
			.collect(Collectors.joining("; "));
	}

	@Override
	public String toString() {
		return "FollowSettings[sources=" + this.sources + "]";
	}

}
