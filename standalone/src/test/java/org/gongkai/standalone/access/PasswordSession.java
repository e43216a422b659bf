package org.gongkai.standalone.access;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.gongkai.events.access.Role;
import org.gongkai.standalone.Office;
import org.gongkai.testing.TestHttp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/// The browser of a person who signed in with account and password: cookies, redirects, and forms with the fields that the
/// page contains. It sends no credentials of its own.
public final class PasswordSession implements AutoCloseable {

	/// Of every account in these tests, once its one-time password is changed.
	public static final String PASSWORD = "correct horse battery";

	private static final Map<Role, String> NAMES = Map.of(Role.CLERK, "王科员", Role.REVIEWER, "赵科长", Role.APPROVER, "李主任",
			Role.STATISTICIAN, "孙统计", Role.INSPECTOR, "周督查", Role.ADMINISTRATOR, "吴管理");

	private static final String BOUNDARY = "form-boundary";

	private final URI server;

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private HttpResponse<byte[]> response;

	private Document page = new Document("");

	/// Signs in with a one-time password and changes it on the page that follows.
	public PasswordSession(URI server, String account, String oneTime) {
		this.server = server;
		open("/sign-in");
		submit(form("/sign-in"), Map.of("account", account, "password", oneTime));
		submit(form("/password"), Map.of("present", oneTime, "next", PASSWORD, "again", PASSWORD));
		assertThat(this.response.statusCode()).as(this.page.text()).isEqualTo(200);
		assertThat(this.page.selectFirst("form[action=/sign-out]")).as(this.page.text()).isNotNull();
	}

	/// Opens an account with one role, and signs in there.
	/// @param grant the rest of the grant in JSON
	public static PasswordSession signIn(Office office, String account, Role role, String grant) {
		String oneTime = AccountSetup.open(office, account, String.valueOf(NAMES.get(role)));
		AccountSetup.post(office, "/api/accounts/" + account + "/grants",
				"{\"role\": \"" + role.name().toLowerCase(Locale.ROOT) + "\"" + grant + "}");
		return new PasswordSession(office.url(), account, oneTime);
	}

	/// The page that is shown; empty where the response is no page.
	public Document page() {
		return this.page;
	}

	public HttpResponse<byte[]> response() {
		return this.response;
	}

	public Document open(String path) {
		return send(HttpRequest.newBuilder(this.server.resolve(path)));
	}

	/// The form of this page with an action.
	public Element form(String action) {
		return this.page.select("form")
			.stream()
			.filter((form) -> form.attr("action").equals(action))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"no form for " + action + " on " + this.page.location() + ": " + this.page.text()));
	}

	/// Submits a form as it is on the page, with values typed over it.
	public Document submit(Element form, Map<String, String> typed) {
		Map<String, String> fields = fields(form);
		fields.putAll(typed);
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		URI action = action(form);
		if (!form.attr("method").equalsIgnoreCase("post")) {
			return send(HttpRequest.newBuilder(action.resolve(action.getRawPath() + "?" + body)));
		}
		return send(post(action, "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
	}

	/// Submits a form with a file.
	public Document submit(Element form, Map<String, String> typed, String fileName, String content) {
		Map<String, String> fields = fields(form);
		fields.putAll(typed);
		StringBuilder body = new StringBuilder();
		fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
		part(body, "name=\"file\"; filename=\"" + fileName + "\"", content);
		body.append("--").append(BOUNDARY).append("--\r\n");
		return send(post(action(form), "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.ofString(body.toString())));
	}

	/// The fields of a form with the values that the page gives them.
	public static Map<String, String> fields(Element form) {
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=checkbox]").forEach((box) -> {
			if (box.hasAttr("checked")) {
				fields.put(box.attr("name"), box.attr("value"));
			}
		});
		form.select("input:not([type=checkbox]):not([type=file]), select, textarea")
			.forEach((field) -> fields.put(field.attr("name"), value(field)));
		return fields;
	}

	/// The value of a field as the page gives it.
	public static String value(Element field) {
		return switch (field.tagName()) {
			case "select" -> field.select("option[selected]").attr("value");
			case "textarea" -> field.wholeText();
			default -> field.attr("value");
		};
	}

	@Override
	public void close() {
		this.http.close();
	}

	/// Of the page that the form is on, though another may be shown now.
	private static URI action(Element form) {
		URI shown = URI.create(Objects.requireNonNull(form.ownerDocument()).location());
		return form.attr("action").isEmpty() ? shown : shown.resolve(form.attr("action"));
	}

	private static HttpRequest.Builder post(URI action, String type) {
		return HttpRequest.newBuilder(action).header("Content-Type", type).header("Sec-Fetch-Site", "same-origin");
	}

	private static void part(StringBuilder body, String disposition, String value) {
		body.append("--")
			.append(BOUNDARY)
			.append("\r\nContent-Disposition: form-data; ")
			.append(disposition)
			.append("\r\n\r\n")
			.append(value)
			.append("\r\n");
	}

	private Document send(HttpRequest.Builder request) {
		this.response = TestHttp.send(this.http, request.header("Accept", "text/html,*/*;q=0.8").build(),
				HttpResponse.BodyHandlers.ofByteArray());
		boolean html = this.response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
		this.page = Jsoup.parse(html ? new String(this.response.body(), StandardCharsets.UTF_8) : "",
				this.response.uri().toString());
		return this.page;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
