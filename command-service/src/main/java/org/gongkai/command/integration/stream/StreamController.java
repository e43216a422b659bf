package org.gongkai.command.integration.stream;

import java.sql.SQLException;

import javax.sql.DataSource;

import io.swagger.v3.oas.annotations.Operation;
import org.apache.kafka.common.KafkaException;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Unscoped;
import org.gongkai.log.DedicatedConnections;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The stream by HTTP.
@RestController
class StreamController {

	private final Relay relay;

	private final DataSource append;

	private final StreamSettings settings;

	StreamController(Relay relay, @Qualifier("dedicatedAppend") DedicatedConnections append, StreamSettings settings) {
		this.relay = relay;
		this.append = append.source();
		this.settings = settings;
	}

	/// @param topic another than the stream's, without records; made when it is missing
	/// @param from the first position
	/// @param partitions of the topic; as many as the stream's where it is left out
	record Wanted(@Unscoped String topic, @Unscoped long from, @Nullable Integer partitions) {

		Wanted {
			if (topic == null || !topic.matches("[a-zA-Z0-9._-]{1,249}") || partitions != null && partitions < 1) {
				throw new Refused(Rule.MALFORMED,
						"a topic is named by up to 249 of a-z A-Z 0-9 . _ - and has at least one partition");
			}
		}

	}

	@GetMapping(path = "/api/stream", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "stream", summary = "事件流: how far the log is on the topic",
			description = "Any node tells how far the broker has acknowledged; whether it sends, and why it cannot, "
					+ "each tells of itself.")
	Relay.Status status() {
		return this.relay.status();
	}

	@HeavyRequest
	@PostMapping(path = "/api/stream/verification", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "stream", summary = "核验事件流: reads the topic through and compares it with the log",
			description = "Names what is missing, changed or out of order, by position and partition.")
	TopicInspection.Verdict verify() throws SQLException {
		requireOn();
		try {
			return TopicInspection.of(this.append, this.settings);
		}
		catch (KafkaException ex) {
			throw unreachable(ex);
		}
	}

	@PostMapping(path = "/api/stream/emissions", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "stream", summary = "重新发送: sends the log from a position on to a new topic",
			description = "Answers when everything up to the log's present end is there.")
	Emission.Emitted emit(@RequestBody Wanted wanted) throws SQLException, InterruptedException {
		requireOn();
		if (wanted.topic().equals(this.settings.topic())) {
			throw new Refused(Rule.TOPIC_IN_USE, wanted.topic() + " is the stream itself");
		}
		int partitions = (wanted.partitions() == null) ? this.settings.partitions() : wanted.partitions();
		try {
			return Emission.emit(this.append, this.settings.to(wanted.topic(), partitions), wanted.from());
		}
		catch (KafkaException ex) {
			throw unreachable(ex);
		}
	}

	private void requireOn() {
		if (!this.settings.on()) {
			throw new Refused(Rule.NO_STREAM, "gongkai.stream.bootstrap-servers is not set");
		}
	}

	private static Refused unreachable(KafkaException ex) {
		return new Refused(Rule.BROKER_UNREACHABLE, "the broker: " + ex.getMessage());
	}

}
