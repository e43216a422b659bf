package org.gongkai.standalone.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Requests that no browser sends are refused with 4xx and a few lines that name no software.
class HttpAbuseTest {

	private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";

	private static Office office;

	@BeforeAll
	static void open() {
		office = Office.openTemporary(Office.Door.anywhere());
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void what_is_malformed_is_refused_and_no_fault_of_the_server() {
		Map<String, String> requests = new LinkedHashMap<>();
		requests.put("a huge header",
				"GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nX: " + "a".repeat(100_000) + "\n\n");
		requests.put("many headers",
				"GET /sign-in HTTP/1.1\nHost: a\nConnection: close\n" + "X: a\n".repeat(20_000) + "\n");
		requests.put("many cookies",
				"GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nCookie: " + "a=1; ".repeat(20_000) + "\n\n");
		requests.put("a long address",
				"GET /sign-in?" + "a".repeat(100_000) + " HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("many parameters in the address",
				"GET /sign-in?" + "a&".repeat(3000) + " HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("many parameters in a form", form("a=1&".repeat(100_000)));
		requests.put("a form with broken escapes", form("account=%zz&password=%"));
		requests.put("many parts",
				parts("--x\nContent-Disposition: form-data; name=\"a\"\n\n1\n".repeat(5000) + "--x--\n"));
		requests.put("a part without end", parts("--x\nContent-Disposition: form-data; name=\"a\"\n\n1\n"));
		requests.put("a part with a huge header",
				parts("--x\nContent-Disposition: form-data; name=\"" + "a".repeat(50_000) + "\"\n\n1\n--x--\n"));
		requests.put("multipart without boundary",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: multipart/form-data\nContent-Length: 1\n\na");
		requests.put("deep JSON", json("[".repeat(200_000)));
		requests.put("deep JSON in a field", json("{\"code\": " + "{\"a\":".repeat(150_000)));
		requests.put("a number without end", json("{\"code\": " + "1".repeat(500_000) + "}"));
		requests.put("a chunk that is no number",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded\nTransfer-Encoding: chunked\n\nzz\na\n");
		requests.put("an endless chunk size",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded\nTransfer-Encoding: chunked\n\n"
						+ "f".repeat(9000));
		requests.put("two lengths",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent-Length: 1\nContent-Length: 2\n\nab");
		requests.put("a length below zero",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent-Length: -1\n\n");
		requests.put("a length that is no number",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent-Length: x\n\n");
		requests.put("a length beyond every number",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent-Length: 99999999999999999999\n\n");
		requests.put("trace", "TRACE /sign-in HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("an unknown method", "EAT /sign-in HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("no host", "GET /sign-in HTTP/1.1\n\n");
		requests.put("two hosts", "GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nHost: b\n\n");
		requests.put("a host that is none", "GET /sign-in HTTP/1.1\nHost: a/b@c\n\n");
		requests.put("an absolute target of another host",
				"GET http://b/sign-in HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("a header name with a space",
				"GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent Length: 1\n\n");
		requests.put("a NUL in a header", "GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nX: a\0b\n\n");
		requests.put("a NUL in the address", "GET /sign-in%00 HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("an encoded slash", "GET /reports%2fx HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("a way up", "GET /../../etc/passwd HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("an encoded way up", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("a path parameter", "GET /sign-in;a=b HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("no UTF-8 in the address", "GET /reports/%ff%fe HTTP/1.1\nHost: a\nConnection: close\n\n");
		requests.put("an expectation", "GET /sign-in HTTP/1.1\nHost: a\nConnection: close\nExpect: miracles\n\n");
		requests.put("no HTTP", "hello\n\n");
		requests.put("TLS in clear", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\n\n");

		List<String> wrong = new ArrayList<>();
		requests.forEach((name, request) -> {
			String answer = answer((client) -> client.send(request));
			if (!answer.matches("(?s)HTTP/1\\.1 4\\d\\d.*") || answer.contains("\tat ") || answer.contains("Exception")
					|| answer.toLowerCase(Locale.ROOT).contains("tomcat")) {
				wrong.add(name + ": " + answer.substring(0, Math.min(answer.length(), 300)));
			}
		});
		assertThat(wrong).isEmpty();
	}

	/// Such bytes come from a program that does not percent-encode a name.
	@ParameterizedTest
	@ValueSource(strings = { "Idempotency-Key", "If-Match", "Gongkai-Reason", "Gongkai-Actor" })
	void a_header_with_letters_that_are_not_encoded_is_refused(String header) throws IOException {
		byte[] request = ("POST /api/commands/register-agency HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
				+ office.operatorToken() + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n" + header
				+ ": \u202e\r\n\r\n{}")
			.getBytes(StandardCharsets.UTF_8);

		String answer = answer((client) -> client.sendBytes(request));

		assertThat(answer).startsWith("HTTP/1.1 400").contains("\"malformed\"");
	}

	@Test
	void a_compressed_body_is_not_unpacked() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write("{\"code\": \"a\"}".getBytes(StandardCharsets.UTF_8));
		}
		String answer = answer((client) -> {
			client
				.send("POST /api/commands/register-agency HTTP/1.1\nHost: a\nConnection: close\nAuthorization: Bearer "
						+ office.operatorToken()
						+ "\nContent-Type: application/json\nContent-Encoding: gzip\nContent-Length: " + packed.size()
						+ "\nConnection: close\n\n");
			client.sendBytes(packed.toByteArray());
		});
		assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "\"malformed\"");
	}

	/// The standard gives them a status of their own, which is no fault of the server.
	@Test
	void a_coding_a_method_and_a_version_that_are_unknown_are_said_to_be() {
		assertThat(answer((client) -> client
			.send("POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nTransfer-Encoding: xchunked\n\n0\n\n")))
			.startsWith("HTTP/1.1 501")
			.doesNotContain("Tomcat");
		assertThat(answer((client) -> client.send("CONNECT a:443 HTTP/1.1\nHost: a:443\n\n")))
			.startsWith("HTTP/1.1 501")
			.doesNotContain("Tomcat");
		assertThat(answer((client) -> client.send("GET /sign-in HTTP/9.9\nHost: a\nConnection: close\n\n")))
			.startsWith("HTTP/1.1 505")
			.doesNotContain("Tomcat");
	}

	@Test
	void a_request_cannot_hide_another_one() {
		String smuggled = "GET /gongkai.svg HTTP/1.1\nHost: a\nConnection: close\n\n";
		for (String lengths : List.of("Content-Length: 4\nTransfer-Encoding: chunked",
				"Transfer-Encoding: chunked\nContent-Length: 4", "Content-Length: 4\nTransfer-Encoding : chunked",
				"Content-Length: 4\nTransfer-Encoding:\u000bchunked",
				"Content-Length: 4\nTransfer-Encoding: chunked, identity",
				"Content-Length: 4\nTransfer-Encoding: identity, chunked, chunked")) {
			String answer = answer((client) -> client
				.send("POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nContent-Type: text/plain\n" + lengths
						+ "\n\n0\n\n" + smuggled));
			assertThat(answer).as(lengths).doesNotContain("<svg").matches("(?s)HTTP/1\\.1 (4\\d\\d|501).*");
		}
	}

	@Test
	void what_is_too_long_is_refused_with_413_however_it_comes() {
		int size = 100_000_000;
		String bearer = "\nAuthorization: Bearer " + office.operatorToken();
		Map<String, String> heads = new LinkedHashMap<>();
		heads.put("sign-in",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded");
		heads.put("form",
				"POST /password HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded"
						+ bearer);
		heads.put("sign-in with parts",
				"POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: multipart/form-data; boundary=x");
		heads.put("file",
				"POST /imports HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nContent-Type: multipart/form-data; boundary=x"
						+ bearer);
		heads.put("JSON",
				"POST /api/commands/register-agency HTTP/1.1\nHost: a\nConnection: close\nContent-Type: application/json"
						+ bearer);
		heads.put("octets",
				"POST /api/imports/agencies?fileName=a HTTP/1.1\nHost: a\nGongkai-Actor: owner\nConnection: close\nContent-Type: application/octet-stream"
						+ bearer);
		byte[] piece = new byte[1_000_000];
		Arrays.fill(piece, (byte) 'a');
		heads.forEach((name, head) -> {
			String announced = answer((client) -> {
				client.send(head + "\nConnection: close\nContent-Length: " + size + "\n\n");
				for (int sent = 0; sent < size; sent += piece.length) {
					client.sendBytes(piece);
				}
			});
			assertThat(announced).as(name).startsWith("HTTP/1.1 413");
			String chunked = answer((client) -> {
				client.send(head + "\nConnection: close\nTransfer-Encoding: chunked\n\n");
				if (name.contains("part") || name.equals("file")) {
					client.sendBytes((Integer.toHexString(PART.length()) + "\r\n" + PART + "\r\n")
						.getBytes(StandardCharsets.ISO_8859_1));
				}
				for (int sent = 0; sent < size; sent += piece.length) {
					if (!client.send(Integer.toHexString(piece.length) + "\n") || !client.sendBytes(piece)
							|| !client.send("\n")) {
						break;
					}
				}
				client.send("0\n\n");
			});
			assertThat(chunked).as(name + " in chunks").startsWith("HTTP/1.1 413");
			if (head.contains("/api/")) {
				assertThat(announced).as(name).contains("application/problem+json", "\"too-long\"");
				assertThat(chunked).as(name).contains("application/problem+json", "\"too-long\"");
			}
		});
	}

	private static String form(String body) {
		return "POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nConnection: close\nContent-Type: application/x-www-form-urlencoded\nContent-Length: "
				+ body.length() + "\n\n" + body;
	}

	private static String parts(String body) {
		return "POST /sign-in HTTP/1.1\nHost: a\nConnection: close\nSec-Fetch-Site: same-origin\nConnection: close\nContent-Type: multipart/form-data; boundary=x\nContent-Length: "
				+ body.replace("\n", "\r\n").length() + "\n\n" + body;
	}

	private static String json(String body) {
		return "POST /api/commands/register-agency HTTP/1.1\nHost: a\nConnection: close\nConnection: close\nAuthorization: Bearer "
				+ office.operatorToken() + "\nContent-Type: application/json\nContent-Length: " + body.length() + "\n\n"
				+ body;
	}

	private static String answer(Consumer<RawClient> request) {
		URI url = office.url();
		try (RawClient client = new RawClient(url)) {
			request.accept(client);
			return client.answer();
		}
	}

}
