package org.gongkai.command.integration.stream;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The stream by HTTP.
@RestController
class StreamController {

	private final Relay relay;

	StreamController(Relay relay) {
		this.relay = relay;
	}

	@GetMapping(path = "/api/stream", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "stream", summary = "事件流: how far the log is on the topic",
			description = "Any node tells how far the broker has acknowledged; whether it sends, and why it cannot, "
					+ "each tells of itself.")
	Relay.Status status() {
		return this.relay.status();
	}

}
