package org.gongkai.standalone.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP with one office, in the name of one person.
final class Client implements AutoCloseable {

	static final JsonMapper json = JsonMapper.builder().build();

	// a report that waits for everything recorded so far may have a long import before it
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final HttpClient http;

	private final URI server;

	private final String actor;

	private final String authorization;

	private final @Nullable String reason;

	/// @param server where the office answers, with or without a slash at the end
	/// @param actor who acts; recorded with every event where the owner of the folder
	/// does
	/// @param authorization what the office knows the caller by; empty for nothing
	Client(URI server, String actor, String authorization) {
		this(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(10))
			.build(), server, actor, authorization, null);
	}

	private Client(HttpClient http, URI server, String actor, String authorization, @Nullable String reason) {
		this.http = http;
		this.server = server;
		this.actor = actor;
		this.authorization = authorization;
		this.reason = reason;
	}

	/// The same connection, giving a reason for changing what is published.
	/// @param why null for none
	Client because(@Nullable String why) {
		return new Client(this.http, this.server, this.actor, this.authorization, why);
	}

	/// The answer's body.
	/// @param path from the root, already encoded
	/// @param query name and value; values are encoded here, null values left out by the
	/// caller
	/// @throws Failed if the office refuses or does not answer
	byte[] get(String path, Map<String, ?> query) {
		return body(send(request(path, query).GET()));
	}

	/// The answer's body as JSON.
	JsonNode getJson(String path, Map<String, ?> query) {
		return json.readTree(get(path, query));
	}

	/// The answer's body as JSON after a command or another change.
	JsonNode post(String path, Map<String, ?> query, String contentType, BodyPublisher body) {
		HttpRequest.Builder request = request(path, query).header("Content-Type", contentType);
		if (this.reason != null) {
			request.header("Gongkai-Reason", encode(this.reason));
		}
		return json.readTree(body(send(request.POST(body))));
	}

	/// Sends a text for which there is no answer but that it was taken.
	void postText(String path, String text) {
		body(send(request(path, Map.of()).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(text))));
	}

	/// The answer's body as text.
	String getText(String path) {
		return new String(get(path, Map.of()), StandardCharsets.UTF_8);
	}

	/// The answer to a question that may name people, and so stands in no address.
	/// @param fields as of a form; values are encoded here
	JsonNode form(String path, Map<String, ?> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(String.valueOf(field.getValue())))
			.collect(Collectors.joining("&"));
		return post(path, Map.of(), "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
	}

	/// A command: `RegisterAgency` goes to `register-agency`.
	JsonNode command(String name, Map<String, ?> fields) {
		return send("/api/commands/" + name, fields);
	}

	/// Another change that is told as JSON.
	JsonNode send(String path, Map<String, ?> fields) {
		return post(path, Map.of(), "application/json", BodyPublishers.ofByteArray(json.writeValueAsBytes(fields)));
	}

	/// What an office knows the owner of its folder by.
	static String bearer(String token) {
		return "Bearer " + token;
	}

	/// A file's content as a body.
	static BodyPublisher file(Path file) {
		try {
			return BodyPublishers.ofFile(file);
		}
		catch (FileNotFoundException ex) {
			throw new Failed("cannot read the file " + file, ex);
		}
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	private HttpRequest.Builder request(String path, Map<String, ?> query) {
		String values = query.entrySet()
			.stream()
			.map((entry) -> encode(entry.getKey()) + "=" + encode(String.valueOf(entry.getValue())))
			.collect(Collectors.joining("&"));
		String base = this.server.toString().replaceAll("/+$", "");
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(base + path + (values.isEmpty() ? "" : "?" + values)))
			.header("Gongkai-Actor", encode(this.actor))
			.timeout(PATIENCE);
		return this.authorization.isEmpty() ? request : request.header("Authorization", this.authorization);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (ConnectException ex) {
			throw new Failed("no office answers at " + this.server + "; start one with: gongkai serve --data DIR", ex);
		}
		catch (IOException ex) {
			throw new Failed("the connection to " + this.server + " broke: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Failed("interrupted", ex);
		}
	}

	private byte[] body(HttpResponse<byte[]> response) {
		if (response.statusCode() / 100 == 2) {
			return response.body();
		}
		throw problem(response.statusCode(), response.body());
	}

	private Failed problem(int status, byte[] body) {
		try {
			JsonNode problem = json.readTree(body);
			if (problem.has("code")) {
				return new Refusal(problem);
			}
		}
		catch (JacksonException ex) {
			return new Failed(this.server + " answered with status " + status + " and no JSON: is it a Gongkai server?",
					ex);
		}
		return new Failed(this.server + " answered with status " + status);
	}

}
