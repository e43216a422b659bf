package org.gongkai.acceptance.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.gongkai.log.EventJson;
import org.gongkai.testing.TestHttp;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Questions to a node that is whole.
final class Door {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private Door() {
	}

	static JsonNode get(Node node, String path) {
		return answered(node, path, HttpRequest.newBuilder());
	}

	static JsonNode post(Node node, String path, String json) {
		return answered(node, path,
				HttpRequest.newBuilder()
					.header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString(json)));
	}

	/// Only the status: of a node that may be broken.
	/// @throws java.io.UncheckedIOException if there is no answer
	static int status(Node node, String path) {
		return TestHttp.send(HTTP, request(node, path, HttpRequest.newBuilder()), BodyHandlers.discarding())
			.statusCode();
	}

	private static JsonNode answered(Node node, String path, HttpRequest.Builder call) {
		HttpResponse<String> answer = TestHttp.send(HTTP, request(node, path, call), BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(node + " " + path + " " + answer.body()).isEqualTo(200);
		return EventJson.mapper().readTree(answer.body());
	}

	private static HttpRequest request(Node node, String path, HttpRequest.Builder call) {
		return call.uri(URI.create(node.address() + path))
			.timeout(Duration.ofMinutes(1))
			.header("Authorization", "Bearer " + Fleet.TOKEN)
			.header("Gongkai-Actor", "examiner")
			.build();
	}

}
