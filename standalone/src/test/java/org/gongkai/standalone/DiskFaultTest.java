package org.gongkai.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.log.Connections;
import org.gongkai.testing.TestHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// An office on a small file system of its own, which becomes full or read-only while it serves.
class DiskFaultTest {

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<String> acknowledged = new ArrayList<>();

	@TempDir
	Path dir;

	private Path mounted;

	private String token = "";

	@BeforeEach
	void folder() throws IOException {
		this.mounted = Files.createDirectory(this.dir.resolve("disk"));
	}

	@AfterEach
	void end() throws Exception {
		this.http.close();
		run("umount", "--lazy", this.mounted.toString());
	}

	@Test
	void a_full_disk_is_answered_with_503_and_the_office_goes_on_once_there_is_space() throws Exception {
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", this.mounted.toString()),
				"only root may mount a small file system");
		try (Office office = open()) {
			register(office, "A");
			assertThat(get(office, "/management/health/readiness").statusCode()).isEqualTo(200);

			long used = (600L << 20) - Files.getFileStore(this.mounted).getUsableSpace();
			resize(used + (1L << 20));
			await().untilAsserted(() -> refused(post(office, "B")));
			await().untilAsserted(() -> down(office));
			assertThat(get(office, "/api/agencies").statusCode()).as("reading goes on").isEqualTo(200);

			long server = office.databasePid();
			needJournal(office);
			await().until(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
			refused(post(office, "B"));
			await().untilAsserted(() -> assertThat(get(office, "/api/agencies").statusCode()).isEqualTo(503));

			resize(600L << 20);
			await().untilAsserted(
					() -> assertThat(get(office, "/management/health/readiness").statusCode()).isEqualTo(200));
			register(office, "B");
			nothingIsLost(office);
		}
	}

	@Test
	void a_read_only_disk_is_answered_with_503_and_loses_nothing() throws Exception {
		Path image = this.dir.resolve("image");
		String device = loopDevice(image);
		assumeTrue(!device.isEmpty(), "only root may mount an image that becomes read-only");
		try {
			try (Office office = open()) {
				register(office, "A");
				register(office, "B");

				// as after a failure of the disk; nothing that is open is in the way
				Files.writeString(Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error"),
						"1");
				await().untilAsserted(() -> refused(post(office, "C")));
				await().untilAsserted(() -> down(office));
			}
			await().until(() -> run("umount", this.mounted.toString()));
			run("e2fsck", "-p", device);
			assertThat(run("mount", device, this.mounted.toString())).isTrue();
			try (Office office = open()) {
				nothingIsLost(office);
				register(office, "C");
			}
		}
		finally {
			run("umount", this.mounted.toString());
			run("losetup", "--detach", device);
		}
	}

	/// @return where the image is mounted from; empty where that is not possible
	private String loopDevice(Path image) throws Exception {
		if (!run("truncate", "--size=1G", image.toString()) || !run("mkfs.ext4", "-q", image.toString())) {
			return "";
		}
		Process losetup = new ProcessBuilder("losetup", "--find", "--show", image.toString()).start();
		String device = new String(losetup.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		if (losetup.waitFor() != 0 || !run("mount", "-o", "errors=remount-ro", device, this.mounted.toString())) {
			return "";
		}
		return device;
	}

	private Office open() {
		Office office = Office.open(this.mounted.resolve("office"), Office.Door.anywhere());
		this.token = office.operatorToken();
		return office;
	}

	private void resize(long bytes) throws Exception {
		assertThat(run("mount", "-o", "remount,size=" + bytes, this.mounted.toString())).isTrue();
	}

	/// Makes PostgreSQL begin another file of its journal, for which there is no space:
	/// it ends.
	private void needJournal(Office office) throws IOException {
		Path folder = office.folder();
		String port = Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3);
		String password = DataFolder.secrets(folder).admin();
		String url = "jdbc:postgresql://127.0.0.1:" + port + "/gongkai";
		await().until(() -> {
			try (Connection admin = Connections.single(url, "gongkai_admin", password).getConnection()) {
				admin.createStatement().execute("select pg_logical_emit_message(false, 'test', repeat('x', 1000000))");
				admin.createStatement().execute("select pg_switch_wal()");
				return false;
			}
			catch (SQLException ex) {
				return true;
			}
		});
	}

	private void register(Office office, String code) {
		HttpResponse<String> answer = post(office, code);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		this.acknowledged.add(code);
	}

	private void nothingIsLost(Office office) {
		String agencies = get(office, "/api/agencies?fresh=true").body();
		assertThat(this.acknowledged).allSatisfy((code) -> assertThat(agencies).contains("\"" + code + "\""));
	}

	private static void refused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.body()).contains("\"code\":\"unavailable\"");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	private void down(Office office) {
		assertThat(get(office, "/management/health/readiness").statusCode()).isEqualTo(503);
		assertThat(get(office, "/management/health/liveness").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> post(Office office, String code) {
		return send(request(office, "/api/commands/register-agency").header("Content-Type", "application/json")
			.header("Idempotency-Key", code)
			.POST(BodyPublishers.ofString("""
					{"code": "%s", "name": "某机关", "kind": "county", "registeredOn": "2000-01-01"}""".formatted(code))));
	}

	private HttpResponse<String> get(Office office, String path) {
		return send(request(office, path));
	}

	private HttpRequest.Builder request(Office office, String path) {
		return HttpRequest.newBuilder(URI.create(office.url() + path))
			.header("Authorization", "Bearer " + this.token)
			.header("Gongkai-Actor", "owner");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return TestHttp.send(this.http, request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	/// @return whether it succeeded
	private static boolean run(String... command) throws Exception {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such program
		}
	}

}
