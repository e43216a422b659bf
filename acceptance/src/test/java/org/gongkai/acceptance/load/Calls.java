package org.gongkai.acceptance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.gongkai.log.EventJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One client of the server: a program with a token, or a person with a session.
final class Calls {

	/// An answer that takes longer counts as none.
	private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

	private static final String FORM = "application/x-www-form-urlencoded";

	private final HttpClient http;

	private final Supplier<URI> server;

	private final @Nullable String token;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	/// @param http shared by all clients
	/// @param server its address, which changes when it is started again
	/// @param token null for a person, who signs in
	Calls(HttpClient http, Supplier<URI> server, @Nullable String token) {
		this.http = http;
		this.server = server;
		this.token = token;
	}

	/// Signs in with a one-time password and sets a new one.
	void signIn(String account, String oneTimePassword, String password) throws IOException {
		submit("/sign-in", "/sign-in", Map.of("account", account, "password", oneTimePassword));
		HttpResponse<String> changed = submit("/password", "/password",
				Map.ofEntries(Map.entry("present", oneTimePassword), Map.entry("currentPassword", oneTimePassword),
						Map.entry("next", password), Map.entry("newPassword", password), Map.entry("again", password),
						Map.entry("confirmation", password)));
		if (changed.statusCode() >= 400 || get("/").statusCode() != 200) {
			throw new IllegalStateException(account + " could not sign in: " + changed.statusCode());
		}
	}

	HttpResponse<String> get(String path) throws IOException {
		return send(request(path).GET());
	}

	JsonNode getJson(String path) {
		try {
			HttpResponse<String> answer = get(path);
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
			}
			return EventJson.mapper().readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Sends JSON.
	/// @param key idempotency key; null for none
	HttpResponse<String> post(String path, Map<String, ?> fields, @Nullable String key) throws IOException {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(fields)));
		return send((key == null) ? request : request.header("Idempotency-Key", key));
	}

	JsonNode postJson(String path, Map<String, ?> fields) {
		try {
			HttpResponse<String> answer = post(path, fields, null);
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
			}
			return EventJson.mapper().readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Opens a page and submits one of its forms with its hidden fields, as a browser
	/// does.
	/// @return the answer to the form; a redirect is not followed
	HttpResponse<String> submit(String page, String action, Map<String, String> typed) throws IOException {
		HttpResponse<String> shown = get(page);
		Element form = Optional.ofNullable(Jsoup.parse(shown.body()).selectFirst("form[action=" + action + "]"))
			.orElseThrow(() -> new IOException(page + " answered " + shown.statusCode() + " without the form"));
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=hidden]").forEach((field) -> fields.put(field.attr("name"), field.attr("value")));
		fields.putAll(typed);
		return send(request(action).header("Content-Type", FORM)
			.header("Sec-Fetch-Site", "same-origin")
			.POST(BodyPublishers.ofString(fields.entrySet()
				.stream()
				.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
				.collect(Collectors.joining("&")))));
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server.get() + path))
			.timeout(ANSWER_LIMIT)
			.header("Gongkai-Actor", "load");
		if (this.token != null) {
			return request.header("Authorization", "Bearer " + this.token);
		}
		request.header("Accept", "text/html");
		return this.cookies.isEmpty() ? request
				: request.header("Cookie",
						this.cookies.entrySet()
							.stream()
							.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
							.collect(Collectors.joining("; ")));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			if (this.token == null) {
				answer.headers().allValues("Set-Cookie").forEach(this::keep);
			}
			return answer;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private void keep(String cookie) {
		String[] pair = cookie.split(";", 2)[0].split("=", 2);
		if (pair[1].isEmpty()) {
			this.cookies.remove(pair[0]);
		}
		else {
			this.cookies.put(pair[0], pair[1]);
		}
	}

}
