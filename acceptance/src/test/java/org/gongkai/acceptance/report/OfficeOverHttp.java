package org.gongkai.acceptance.report;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.EventJson;
import org.gongkai.testing.TestHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The office, spoken to as a program does.
final class OfficeOverHttp implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final TriedOffice office = TriedOffice.get();

	/// Gives a command that is accepted.
	void done(String command, String json) {
		HttpResponse<byte[]> answer = post(command, json, null);
		assertThat(answer.statusCode()).as(command + " " + text(answer)).isEqualTo(200);
	}

	/// Gives a command.
	/// @param reason why a published number may change
	HttpResponse<byte[]> post(String command, String json, @Nullable String reason) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address("/api/commands/" + command))
			.header("Content-Type", "application/json")
			.header("Gongkai-Actor", "wang")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		if (reason != null) {
			request.header("Gongkai-Reason", URLEncoder.encode(reason, StandardCharsets.UTF_8));
		}
		return send(request);
	}

	/// A file, as it is when all that was recorded is shown.
	byte[] file(String path) {
		return answer(path).body();
	}

	/// An answer, as it is when all that was recorded is shown.
	HttpResponse<byte[]> answer(String path) {
		HttpResponse<byte[]> file = send(
				HttpRequest.newBuilder(address(path + (path.contains("?") ? "&" : "?") + "fresh=true")));
		assertThat(file.statusCode()).as(text(file)).isEqualTo(200);
		return file;
	}

	JsonNode get(String path) {
		return EventJson.mapper().readTree(file(path));
	}

	static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.client.close();
	}

	private URI address(String path) {
		return URI.create(this.office.url() + path);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
		HttpRequest request = builder.header("Authorization", "Bearer " + this.office.token()).build();
		return TestHttp.send(this.client, request, HttpResponse.BodyHandlers.ofByteArray());
	}

}
