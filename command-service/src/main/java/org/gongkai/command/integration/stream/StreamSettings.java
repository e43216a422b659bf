package org.gongkai.command.integration.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the events go.
///
/// @param bootstrapServers brokers by which the others are found, `host:port`, separated by commas; empty for no stream
/// @param topic one for each log, made when it is missing
/// @param partitions of the topic, from 1; cannot be changed later
/// @param replication how many brokers keep each record; 0 leaves it to the broker
/// @param retention how long records are kept; none for ever
/// @param client further settings of Kafka's clients, such as those of TLS and of signing in
@ConfigurationProperties("gongkai.stream")
record StreamSettings(@DefaultValue("") String bootstrapServers, @DefaultValue("gongkai.events") String topic,
		@DefaultValue("3") int partitions, @DefaultValue("0") short replication, @Nullable Duration retention,
		@DefaultValue Map<String, String> client) {

	/// The broker must answer within this time, which is less than the database waits
	/// for a sign of whoever leads.
	static final Duration ANSWER = Duration.ofSeconds(10);

	StreamSettings {
		if (partitions < 1 || replication < 0) {
			throw new IllegalArgumentException(
					"gongkai.stream: partitions count from 1, replication from 0 (the broker's)");
		}
		if (retention != null && !retention.isPositive()) {
			throw new IllegalArgumentException("gongkai.stream.retention: leave it out to keep records for ever");
		}
	}

	/// Whether anything is sent.
	boolean on() {
		return !this.bootstrapServers.isBlank();
	}

	/// The same for another topic.
	StreamSettings to(String otherTopic, int otherPartitions) {
		return new StreamSettings(this.bootstrapServers, otherTopic, otherPartitions, this.replication, this.retention,
				this.client);
	}

	/// What every client of the broker is told.
	Map<String, Object> forClient() {
		int millis = (int) ANSWER.toMillis();
		Map<String, Object> settings = new HashMap<>(this.client);
		settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers);
		settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
		settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis / 10);
		settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
		return settings;
	}

	@Override
	public String toString() {
		return "StreamSettings[bootstrapServers=" + this.bootstrapServers + ", topic=" + this.topic + "]";
	}

}
