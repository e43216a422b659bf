package org.gongkai.standalone.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongkai.testing.TestHttp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser at an address of its own, which shows each answer as it comes, without following it elsewhere.
final class SignInBrowser implements AutoCloseable {

	private final CookieManager cookies = new CookieManager();

	private final String server;

	private final HttpClient http;

	/// @param address on this machine, as 127.0.0.2
	SignInBrowser(String server, String address) {
		this.server = server;
		try {
			this.http = HttpClient.newBuilder()
				.cookieHandler(this.cookies)
				.localAddress(InetAddress.getByName(address))
				.build();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.server + path)));
	}

	/// The same with account and password in the call itself.
	HttpResponse<String> basic(String account, String password, String path) {
		return send(HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Authorization", "Basic "
					+ Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8))));
	}

	/// Signs in at the page for it.
	/// @return where a refusal leads; empty if there is none
	String signIn(String account, String password) {
		String location = location(submit("/sign-in", Map.of("account", account, "password", password)));
		return location.startsWith("/sign-in") ? location : "";
	}

	HttpResponse<String> changePassword(String present, String next) {
		return submit("/password", Map.of("present", present, "next", next, "again", next));
	}

	/// Opens a page and submits its form.
	HttpResponse<String> submit(String page, Map<String, String> typed) {
		Document shown = Jsoup.parse(get(page).body());
		Map<String, String> fields = new LinkedHashMap<>();
		shown.select("form[action=" + page + "] input[type=hidden]")
			.forEach((field) -> fields.put(field.attr("name"), field.attr("value")));
		fields.putAll(typed);
		return send(HttpRequest.newBuilder(URI.create(this.server + page))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(fields.entrySet()
				.stream()
				.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&")))));
	}

	/// Whether the session is somebody's.
	boolean isSignedIn() {
		return get("/password").statusCode() == 200;
	}

	/// The cookie of the session; empty without one.
	String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("gongkai-session"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	/// Takes the cookie of another browser.
	void session(String value) {
		HttpCookie cookie = new HttpCookie("gongkai-session", value);
		cookie.setPath("/");
		cookie.setDomain(URI.create(this.server).getHost());
		cookie.setVersion(0);
		this.cookies.getCookieStore().removeAll();
		this.cookies.getCookieStore().add(URI.create(this.server), cookie);
	}

	static String location(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.map((location) -> location.replaceFirst("https?://[^/]*", ""))
			.orElse("");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return TestHttp.send(this.http, request.header("Accept", "text/html,*/*;q=0.8").build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.http.close();
	}

}
