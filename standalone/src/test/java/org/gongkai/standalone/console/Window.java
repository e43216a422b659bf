package org.gongkai.standalone.console;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongkai.standalone.Office;
import org.gongkai.testing.TestHttp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/// A clerk's window: shows a page, fills in its forms by the names of their fields, and follows where it is sent.
final class Window implements AutoCloseable {

	private static final String BOUNDARY = "form-boundary";

	private final Office office = Office.openTemporary(Office.Door.anywhere());

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	/// What is shown.
	Document page = new Document("");

	/// With which status.
	int status;

	Document open(String path) {
		return show(HttpRequest.newBuilder(address(path)));
	}

	/// Hands the form of a command in, with what stands in it and what is typed.
	Document hand(String command, Map<String, String> typed) {
		Element form = form(command);
		Map<String, String> fields = fields(form);
		typed.forEach((name, value) -> assertThat(fields).as("%s of %s", name, command).containsKey(name));
		fields.putAll(typed);
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return show(HttpRequest.newBuilder(action(form))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(BodyPublishers.ofString(body)));
	}

	/// Hands a form with a file in.
	Document hand(String command, Map<String, String> typed, String fileName, String content) {
		Element form = form(command);
		Map<String, String> fields = fields(form);
		fields.putAll(typed);
		StringBuilder body = new StringBuilder();
		fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
		part(body, "name=\"file\"; filename=\"" + fileName + "\"", content);
		body.append("--").append(BOUNDARY).append("--\r\n");
		return show(HttpRequest.newBuilder(action(form))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.header("Sec-Fetch-Site", "same-origin")
			.POST(BodyPublishers.ofString(body.toString())));
	}

	/// What is wrong, in the form of a command or at one of its fields.
	String problem(String command) {
		return form(command).select(".problem").text();
	}

	String value(String command, String field) {
		return field(form(command).selectXpath(".//*[@name='" + field + "']").first());
	}

	void township() {
		open("/agencies");
		hand("register-agency",
				Map.of("code", "T", "name", "下庄镇人民政府", "kind", "township", "registeredOn", "2018-01-01"));
	}

	void received(String number, String day) {
		open("/applications/new?agency=T");
		hand("receive-application", Map.of("applicationNo", number, "channel", "in_person", "submittedOn", day,
				"receivedOn", day, "applicantKind", "natural_person", "personal.name", "张三"));
	}

	@Override
	public void close() {
		this.http.close();
		this.office.close();
	}

	private Element form(String command) {
		Element form = this.page.getElementById(command);
		if (form == null) {
			throw new AssertionError(command + " is not on the page " + this.page.title() + ": " + this.page.text());
		}
		return form;
	}

	private static Map<String, String> fields(Element form) {
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=checkbox]").forEach((box) -> {
			if (box.hasAttr("checked")) {
				fields.put(box.attr("name"), box.attr("value"));
			}
			else {
				fields.putIfAbsent(box.attr("name"), "");
			}
		});
		form.select("input:not([type=checkbox]):not([type=file]), select, textarea")
			.forEach((field) -> fields.put(field.attr("name"), field(field)));
		return fields;
	}

	private static String field(Element field) {
		return switch (field.tagName()) {
			case "select" -> field.select("option[selected]").attr("value");
			case "textarea" -> field.wholeText();
			default -> field.attr("value");
		};
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

	private URI action(Element form) {
		return form.attr("action").isEmpty() ? URI.create(this.page.location()) : address(form.attr("action"));
	}

	private URI address(String path) {
		return URI.create(this.office.url() + path);
	}

	private Document show(HttpRequest.Builder request) {
		HttpResponse<String> answer = TestHttp.send(this.http,
				request.header("Authorization", "Bearer " + this.office.operatorToken())
					.header("Gongkai-Actor", encoded("王科员"))
					.build(),
				HttpResponse.BodyHandlers.ofString());
		this.status = answer.statusCode();
		this.page = Jsoup.parse(answer.body(), answer.uri().toString());
		return this.page;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
