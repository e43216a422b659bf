package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Clients that send slowly, or never end, keep no other from being answered, and are given up.
class SlowClientTest {

	@TempDir
	static Path folder;

	private static Office office;

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final List<RawClient> slow = new ArrayList<>();

	@BeforeAll
	static void open() throws Exception {
		Files.writeString(folder.resolve("settings.properties"), """
				gongkai.http.grace = 3s
				gongkai.http.header-timeout = 3s
				gongkai.http.connections-per-address = 5
				""");
		office = Office.open(folder, Office.Door.anywhere());
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@AfterEach
	void hangUp() {
		this.slow.forEach(RawClient::close);
	}

	@Test
	void bodies_that_trickle_in_keep_nobody_from_being_answered_and_are_given_up() {
		for (int i = 0; i < 210; i++) {
			start("POST /sign-in HTTP/1.1\nHost: a\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 1000\n\na");
		}

		assertAnswering(office);
		awaitClosed("b");
	}

	@Test
	void bodies_that_are_incomplete_hold_no_place_that_others_wait_for(@TempDir Path patient) throws Exception {
		Files.writeString(patient.resolve("settings.properties"), """
				gongkai.http.grace = 10m
				gongkai.http.idle-timeout = 10m
				""");
		try (Office open = Office.open(patient, Office.Door.anywhere())) {
			String bearer = "\nHost: a\nGongkai-Actor: owner\nAuthorization: Bearer " + open.operatorToken();
			String oneTime = AccountSetup.open(open, "wang", "王科员");
			AccountSetup.post(open, "/api/accounts/wang/grants", "{\"role\": \"administrator\"}");
			start(open, 210,
					"POST /sign-in HTTP/1.1\nHost: a\nSec-Fetch-Site: same-origin\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 1000\n\na");
			start(open, 40, "POST /api/commands/receive-application HTTP/1.1" + bearer
					+ "\nContent-Type: application/json\nContent-Length: 1000\n\n{");
			start(open, 10, "POST /api/imports/applications?fileName=a.csv HTTP/1.1" + bearer
					+ "\nContent-Type: application/octet-stream\nTransfer-Encoding: chunked\n\n1\na\n");
			start(open, 10, "POST /imports HTTP/1.1" + bearer
					+ "\nSec-Fetch-Site: same-origin\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 60000000\n\n--x\n");
			start(open, 10,
					"POST /sign-in HTTP/1.1\nHost: a\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 1000\n\n--x\n");

			assertAnswering(open);
			try (PasswordSession session = new PasswordSession(open.url(), "wang", oneTime)) {
				assertThat(session.response().statusCode()).isEqualTo(200);
			}
			assertThat(post(open, "/api/commands/register-agency", "application/json",
					"{\"code\": \"a\", \"name\": \"某机关\", \"kind\": \"county\", \"registeredOn\": \"2000-01-01\"}"))
				.isEqualTo(200);
			assertThat(post(open, "/api/imports/agencies?fileName=a.csv", "application/octet-stream", "code,name\n"))
				.isEqualTo(202);
			this.slow.forEach((client) -> assertThat(client.send("a")).as("is still open").isTrue());
			// before the office waits for its requests
			hangUp();
		}
	}

	@Test
	void json_files_and_unread_bodies_that_trickle_in_are_given_up() {
		String bearer = "\nHost: a\nAuthorization: Bearer " + office.operatorToken();
		start("POST /api/commands/register-agency HTTP/1.1" + bearer
				+ "\nContent-Type: application/json\nContent-Length: 1000\n\n{");
		start("POST /api/imports/agencies?fileName=a.csv HTTP/1.1" + bearer
				+ "\nContent-Type: application/octet-stream\nTransfer-Encoding: chunked\n\n1\na\n");
		start("POST /imports HTTP/1.1" + bearer
				+ "\nSec-Fetch-Site: same-origin\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 60000000\n\n--x\n");
		start("GET /gongkai.css HTTP/1.1\nHost: a\nContent-Length: 1000\n\na");
		start("POST /api/commands/register-agency HTTP/1.1\nHost: a\nContent-Type: application/json\nContent-Length: 1000\n\n{");

		assertAnswering(office);
		awaitClosed("1");
	}

	/// It takes longer than one that is given up, and has sent enough for that.
	@Test
	void a_file_that_comes_slowly_but_above_the_lowest_rate_is_taken() {
		String rows = "code,name\n" + "\n".repeat(100_000);
		try (RawClient steady = new RawClient(office.url())) {
			steady.send(
					"POST /api/imports/agencies?fileName=a.csv HTTP/1.1\nHost: a\nConnection: close\nGongkai-Actor: owner\nAuthorization: Bearer "
							+ office.operatorToken() + "\nContent-Type: application/octet-stream\nContent-Length: "
							+ (rows.length() + 1) + "\n\n");
			steady.sendBytes(rows.getBytes(StandardCharsets.US_ASCII));
			start("POST /sign-in HTTP/1.1\nHost: a\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 1000\n\na");
			awaitClosed("b");
			steady.sendBytes(new byte[] { '\n' });
			assertThat(steady.status()).isEqualTo(202);
		}
	}

	@Test
	void headers_that_never_end_are_given_up() {
		start("GET /sign-in HTTP/1.1\nHost: a\nX-1: ");
		start("G");
		start("");

		awaitClosed("a");
	}

	@Test
	void one_address_has_so_many_connections_and_leaves_the_others_theirs() {
		for (int i = 0; i < 5; i++) {
			this.slow.add(new RawClient(office.url(), "127.0.0.2"));
		}
		try (RawClient sixth = new RawClient(office.url(), "127.0.0.2");
				RawClient other = new RawClient(office.url(), "127.0.0.3")) {
			sixth.send("GET /gongkai.css HTTP/1.1\nHost: a\nConnection: close\n\n");
			other.send("GET /gongkai.css HTTP/1.1\nHost: a\nConnection: close\n\n");
			assertThat(sixth.status()).isZero();
			assertThat(other.status()).isEqualTo(200);
		}
		hangUp();
		Awaitility.await().untilAsserted(() -> {
			try (RawClient again = new RawClient(office.url(), "127.0.0.2")) {
				again.send("GET /gongkai.css HTTP/1.1\nHost: a\nConnection: close\n\n");
				assertThat(again.status()).isEqualTo(200);
			}
		});
	}

	private void start(String text) {
		start(office, 1, text);
	}

	private void start(Office open, int count, String text) {
		for (int i = 0; i < count; i++) {
			RawClient client = new RawClient(open.url());
			this.slow.add(client);
			client.send(text);
		}
	}

	private static int post(Office open, String path, String type, String body) {
		return CLIENT
			.sendAsync(HttpRequest.newBuilder(URI.create(open.url() + path))
				.timeout(RawClient.PATIENCE)
				.header("Authorization", "Bearer " + open.operatorToken())
				.header("Gongkai-Actor", "owner")
				.header("Content-Type", type)
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString())
			.join()
			.statusCode();
	}

	private static void assertAnswering(Office open) {
		for (String path : List.of("/gongkai.css", "/sign-in", "/management/health/liveness")) {
			HttpResponse<String> answer = CLIENT
				.sendAsync(HttpRequest.newBuilder(URI.create(open.url() + path)).timeout(RawClient.PATIENCE).build(),
						HttpResponse.BodyHandlers.ofString())
				.join();
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
		}
	}

	/// Each goes on sending byte by byte until the server closes it.
	private void awaitClosed(String piece) {
		Awaitility.await().atMost(RawClient.PATIENCE).until(() -> {
			List<RawClient> closed = this.slow.stream().filter((client) -> !client.send(piece)).toList();
			closed.forEach(RawClient::close);
			this.slow.removeAll(closed);
			return this.slow.isEmpty();
		});
	}

}
