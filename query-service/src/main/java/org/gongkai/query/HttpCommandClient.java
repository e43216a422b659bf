package org.gongkai.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.log.EventJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Hands commands to a command-service elsewhere.
final class HttpCommandClient implements CommandClient, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final String service;

	private final String authorization;

	/// @param service its address, with or without a slash at the end
	/// @param authorization by which it knows this service
	HttpCommandClient(String service, String authorization) {
		this.authorization = authorization;
		this.service = service.replaceAll("/+$", "");
	}

	@Override
	public Accepted send(Order order) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.service + "/api/commands/" + order.command()))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.headers(from(order.caller()))
			.header("Idempotency-Key", order.key())
			.POST(BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(order.fields())));
		if (order.seen() != null) {
			request.header("If-Match", "\"" + order.seen() + "\"");
		}
		if (order.reason() != null) {
			request.header("Gongkai-Reason", encoded(order.reason()));
		}
		JsonNode answer = answer(request.build());
		return new Accepted(answer.path("stream").asString(), answer.path("version").asLong());
	}

	@Override
	public String upload(Upload upload) {
		StringBuilder address = new StringBuilder(this.service).append("/api/imports/")
			.append(upload.what())
			.append("?fileName=")
			.append(encoded(upload.fileName()))
			.append("&dryRun=")
			.append(upload.dryRun());
		if (upload.historical()) {
			address.append("&historical=true");
		}
		if (upload.opening() != null) {
			address.append("&opening=").append(upload.opening());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.toString()))
			.timeout(PATIENCE)
			.header("Content-Type", "application/octet-stream")
			.headers(from(upload.caller()))
			.POST(BodyPublishers.ofInputStream(upload.content()));
		if (upload.reason() != null) {
			request.header("Gongkai-Reason", encoded(upload.reason()));
		}
		return answer(request.build()).path("id").asString();
	}

	@Override
	public Progress progress(String id) {
		return EventJson.mapper()
			.treeToValue(answer(HttpRequest.newBuilder(URI.create(this.service + "/api/imports/" + encoded(id)))
				.timeout(PATIENCE)
				.headers(from(Callers.current()))
				.build()), Progress.class);
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	/// Who calls; the command-service judges anew what that one may do.
	private String[] from(Caller caller) {
		return new String[] { "Authorization", this.authorization,
				(caller.account() != null) ? "Gongkai-Account" : "Gongkai-Actor",
				(caller.account() != null) ? caller.account() : encoded(caller.actor()) };
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private JsonNode answer(HttpRequest request) {
		HttpResponse<byte[]> response = exchange(request);
		JsonNode answer = json(response);
		if (response.statusCode() / 100 != 2) {
			JsonNode field = answer.path("field");
			throw new Declined(answer.path("code").asString("internal"), answer.path("title").asString("命令服务出错"),
					answer.path("detail").asString("status " + response.statusCode()),
					answer.path("article").asString(""), field.isMissingNode() ? null : field.asString(),
					Change.all(answer.path("changes")));
		}
		return answer;
	}

	private HttpResponse<byte[]> exchange(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new Unreachable(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unreachable(ex);
		}
	}

	private static JsonNode json(HttpResponse<byte[]> response) {
		try {
			return EventJson.mapper().readTree(response.body());
		}
		catch (JacksonException ex) {
			throw new Unreachable(ex);
		}
	}

}
