package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A data folder of 2026-12-01 opened by this build: what that build answered is answered still. `acceptance/older-folder.sh`
/// made it.
@EnabledOnOs(value = OS.LINUX, architectures = { "amd64", "x86_64" },
		disabledReason = "the files of its PostgreSQL are of Linux on x86-64")
class OlderFolderTest {

	private static final String OLDER = "/older/2026-12-01/";

	/// Of every person's account in the folder.
	private static final String PASSWORD = "correct horse battery";

	/// What an answer says of the day on which it is asked for.
	private static final List<String> OF_THE_DAY = List.of("zh", "en", "workingDays");

	@TempDir
	static Path dir;

	private static Path folder;

	private static Office office;

	private static Client owner;

	/// Of the first start.
	private static Map<String, JsonNode> migrated;

	@BeforeAll
	static void openTwice() throws IOException {
		folder = dir.resolve("office");
		unpack();
		assertThat(run("verify", "--data", folder.toString())).as("before it is migrated").endsWith("sound 完好\n");
		open();
		migrated = answers();
		close();
		open();
	}

	private static void open() {
		office = Office.open(folder, Office.Door.anywhere());
		owner = new Client(office.url(), "owner", Client.bearer(office.operatorToken()));
	}

	@AfterAll
	static void close() {
		owner.close();
		office.close();
	}

	@Test
	void everything_is_answered_as_before_by_the_first_start_and_by_the_second() {
		Map<String, JsonNode> recorded = recorded();
		assertThat(recorded).hasSizeGreaterThan(30);
		assertThat(migrated).containsExactlyEntriesOf(recorded);
		assertThat(answers()).containsExactlyEntriesOf(recorded);
	}

	@Test
	void everything_is_answered_as_before_from_tables_that_are_computed_again() {
		owner.post("/api/projections/all/rebuild", Map.of(), "application/json", BodyPublishers.noBody());

		assertThat(answers()).containsExactlyEntriesOf(recorded());
	}

	@Test
	void the_log_is_sound_and_continues_the_checkpoint_that_the_earlier_build_signed() throws IOException {
		Path kept = Files.write(dir.resolve("kept.txt"), bytes("checkpoint.txt"));

		String said = run("verify", "--data", folder.toString(), "--checkpoint", kept.toString());

		assertThat(said).contains("older.example/log").endsWith("sound 完好\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "reviewer", "approver", "statistician", "inspector", "administrator" })
	void a_person_signs_in_with_the_password_of_before(String account) {
		String pair = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		try (Client client = new Client(office.url(), "", "Basic " + pair)) {
			assertThat(client.getJson("/api/agencies", Map.of()).path("agencies")).hasSize(4);
		}
	}

	@Test
	void a_program_calls_with_the_token_of_before() throws IOException {
		String token = new String(bytes("gateway.token"), StandardCharsets.UTF_8).strip();
		try (Client client = new Client(office.url(), "", Client.bearer(token))) {
			assertThat(client.getJson("/api/application/history", Map.of("id", "321323/P1")).toString())
				.contains("政务服务平台");
		}
	}

	private static Map<String, JsonNode> recorded() {
		Map<String, JsonNode> recorded = new LinkedHashMap<>();
		for (JsonNode one : Client.json.readTree(bytes("answers.json"))) {
			recorded.put(one.path("path").asString(), lasting(one));
		}
		return recorded;
	}

	private static Map<String, JsonNode> answers() {
		owner.getJson("/api/status", Map.of("fresh", true));
		Map<String, JsonNode> answers = new LinkedHashMap<>();
		for (JsonNode one : Client.json.readTree(bytes("answers.json"))) {
			String path = one.path("path").asString();
			byte[] body = owner.get(path, Map.of());
			ObjectNode answer = Client.json.createObjectNode().put("path", path);
			if (one.has("sha256")) {
				answer.put("sha256", sha256(body));
			}
			else if (one.has("text")) {
				answer.put("text", new String(body, StandardCharsets.UTF_8));
			}
			else {
				answer.set("json", Client.json.readTree(body));
			}
			told(answer, one);
			answers.put(path, lasting(answer));
		}
		return answers;
	}

	/// Leaves of an answer what the earlier build told too: a later one may tell more.
	private static void told(JsonNode answer, JsonNode earlier) {
		if (answer instanceof ObjectNode fields && earlier.isObject()) {
			fields.retain(earlier.propertyNames());
			fields.properties().forEach((field) -> told(field.getValue(), earlier.path(field.getKey())));
		}
		for (int i = 0; answer.isArray() && i < answer.size(); i++) {
			told(answer.get(i), earlier.path(i));
		}
	}

	/// Without the position that the answer is complete to, which grows, and without what
	/// depends on the day.
	private static JsonNode lasting(JsonNode answer) {
		JsonNode lasting = answer.deepCopy();
		if (lasting.path("json") instanceof ObjectNode json) {
			json.remove("asOf");
		}
		if (answer.path("path").asString().startsWith("/api/audit/findings")) {
			lasting.at("/json/items").forEach((item) -> ((ObjectNode) item).remove(OF_THE_DAY));
		}
		return lasting;
	}

	private static String run(String... arguments) {
		StringWriter out = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(out));
		int exit = line.execute(arguments);
		assertThat(exit).as(out.toString()).isZero();
		return out.toString();
	}

	private static void unpack() throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(OlderFolderTest.class.getResourceAsStream(OLDER + "office.tar.xz")))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = folder.resolve(entry.getName()).normalize();
				if (entry.isDirectory()) {
					Files.createDirectories(path);
					Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
				}
				else {
					Files.copy(tar, path);
				}
			}
		}
	}

	private static byte[] bytes(String name) {
		try (InputStream file = Objects.requireNonNull(OlderFolderTest.class.getResourceAsStream(OLDER + name), name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
