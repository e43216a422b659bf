package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.standalone.Inspection;
import org.gongkai.standalone.Office;
import org.gongkai.standalone.postgres.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/// An office that is checked by somebody who does not trust it: verification of its folder, a witness, proof files.
class VerifyTest {

	@TempDir
	Path folder;

	private Path data;

	private Office office;

	private String vkey;

	private record Answer(int exit, String out, String err) {
	}

	@BeforeEach
	void open() throws Exception {
		this.data = this.folder.resolve("office");
		assertThat(run("new-key", "archive.example/w1", this.folder.resolve("w1.key").toString()).exit()).isZero();
		Files.createDirectories(this.data);
		Files.writeString(this.data.resolve("settings.properties"),
				"gongkai.command.witnesses = " + witness().cosigner() + "\n");
		this.office = Office.open(this.data, Office.Door.anywhere());
		for (String code : List.of("430321", "430322")) {
			register(code);
		}
		try (Inspection inspection = Inspection.open(this.data)) {
			this.vkey = inspection.key().toString();
		}
		await().until(() -> run("checkpoint", "--server", url(), "--token-file", token()).exit() == 0);
		await().until(() -> run("checkpoint", "--server", url(), "--token-file", token()).out().contains("\n2\n"));
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void an_office_is_sound_while_it_is_open_by_its_server_and_when_it_is_closed() {
		assertThat(run("verify", "--data", this.data.toString()).out()).contains("2 positions", "sound");
		assertThat(run("verify", "--server", url(), "--token-file", token(), "--key", this.vkey).exit()).isZero();
		assertThat(run("verify", "--server", url(), "--token-file", token()).exit()).as("without a key").isEqualTo(2);
		this.office.close();
		assertThat(run("verify", "--data", this.data.toString(), "--json").exit()).isZero();
		assertThat(run("checkpoint", "--data", this.data.toString()).out()).contains("\n2\n");
		assertThat(run("verify", "--data", this.folder.resolve("nothing").toString()).exit()).isEqualTo(2);
	}

	@Test
	void a_read_table_that_was_changed_or_runs_ahead_of_the_log_is_named() throws SQLException {
		this.office.close();
		sql("update agencies set registered_on = '2000-01-01' where code = '430322'");

		Answer changed = run("verify", "--data", this.data.toString(), "--json");
		assertThat(changed.exit()).isEqualTo(1);
		JsonNode finding = Client.json.readTree(changed.out()).at("/findings/0");
		assertThat(finding.path("fault").asString()).isEqualTo("table_differs");
		assertThat(finding.path("position").asLong()).isEqualTo(2);
		assertThat(run("verify", "--data", this.data.toString(), "--log-only").exit()).isZero();

		sql("update checkpoints set position = 9");
		assertThat(run("verify", "--data", this.data.toString()).out()).contains("超前").contains("complete to 9");
	}

	@Test
	void what_a_superuser_did_to_the_log_is_told_in_one_line_each() throws Exception {
		this.office.close();
		try (Inspection _ = Inspection.open(this.data)) {
			JdbcTemplate admin = admin();
			List<String> tables = List.of("events", "positions", "leaves", "tree", "checkpoints");
			admin.execute("create schema before");
			admin.execute("alter table log.cosignatures disable trigger all");
			for (String table : tables) {
				admin.execute("alter table log." + table + " disable trigger all");
				admin.execute("create table before." + table + " as select * from log." + table);
			}
			Map<String, String> told = new LinkedHashMap<>();
			for (String done : List.of("delete from log.events where stream_id = 'agency:430322'",
					"update log.events set payload = replace(payload::text, 'county', 'city')::json where stream_id = 'agency:430321'",
					"update log.events set metadata = '{}' where stream_id = 'agency:430322'",
					"update log.positions set position = 3 - position + 10; update log.positions set position = position - 10",
					"delete from log.positions where position = 2; delete from log.events where stream_id = 'agency:430322'; delete from log.leaves where first = 2; delete from log.checkpoints where size = 2",
					"delete from log.checkpoints where size = 2",
					"update log.checkpoints set note = replace(note, '\n2\n', '\n1\n') where size = 2")) {
				admin.execute(done);
				told.put(done,
						String.join("; ",
								run("verify", "--data", this.data.toString()).out()
									.lines()
									.filter((line) -> line.startsWith("position "))
									.map((line) -> line.replaceAll("(.*?): (\\S+) .*", "$1 $2"))
									.toList()));
				admin.execute(
						"truncate log.events, log.positions, log.leaves, log.tree, log.checkpoints, log.cosignatures");
				tables.forEach((table) -> admin.execute("insert into log." + table + " select * from before." + table));
			}
			assertThat(told.values()).containsExactly("position 位置 2 记录被删除", "position 位置 1 记录内容（正文、元数据、时间等）被改动",
					"position 位置 2 记录内容（正文、元数据、时间等）被改动", "position 位置 1 记录顺序被调换",
					"position 位置 2 日志尾部被截断; position 位置 2 检查点缺失", "position 位置 2 检查点缺失", "position 位置 2 检查点签名无效");
			assertThat(run("verify", "--data", this.data.toString()).exit()).isZero();
		}
	}

	@Test
	void an_event_put_in_beside_a_running_office_gets_no_position_and_is_reported() throws Exception {
		admin().execute(
				"""
						insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata, mac)
						select gen_random_uuid(), 'agency:430329', 0, stream_type, now(), name, revision,
						replace(payload::text, '430321', '430329')::json, metadata, mac from log.events where stream_id = 'agency:430321'""");
		register("430323");

		await().until(() -> run("checkpoint", "--server", url(), "--token-file", token()).out().contains("\n3\n"));
		try (Client client = new Client(URI.create(url()), "测试", Client.bearer(this.office.operatorToken()))) {
			assertThat(client.getText("/api/agencies")).contains("430323").doesNotContain("430329");
			assertThat(client.getText("/management/prometheus")).contains("gongkai_log_held 1.0");
			assertThatThrownBy(() -> client.command("rename-agency",
					Map.of("code", "430329", "name", "改名", "renamedOn", "2024-02-01")))
				.hasMessageContaining("record-held");
		}
		Answer verified = run("verify", "--data", this.data.toString());
		assertThat(verified.exit()).isEqualTo(1);
		assertThat(verified.out().lines().filter((line) -> line.startsWith("position "))).singleElement()
			.asString()
			.startsWith("position 位置 3: 记录并非由本系统写入 row ")
			.endsWith("carries no mark of a node of this log");
	}

	@Test
	void a_witness_cosigns_what_follows_from_what_it_saw_and_nothing_else() throws Exception {
		Path state = this.folder.resolve("kept.txt");
		assertThat(witness(state).out()).contains("2 positions", "cosigned");
		register("430323");
		await().until(() -> run("checkpoint", "--server", url(), "--token-file", token()).out().contains("\n3\n"));
		assertThat(witness(state).out()).contains("3 positions", "cosigned");

		Note note = Note.parse(run("checkpoint", "--server", url(), "--token-file", token()).out());
		assertThat(witness().cosigner().signed(note)).isTrue();
		assertThat(VerifierKey.parse(this.vkey).signed(note)).isTrue();
		assertThat(run("verify", "--data", this.data.toString(), "--checkpoint", state.toString()).exit()).isZero();

		assertThat(run("new-key", "stranger.example/w2", this.folder.resolve("w2.key").toString()).exit()).isZero();
		Answer stranger = run("witness", "--server", url(), "--token-file", token(), "--log-key", this.vkey, "--key",
				this.folder.resolve("w2.key").toString(), "--state", this.folder.resolve("w2.txt").toString());
		assertThat(stranger.exit()).isEqualTo(1);
		assertThat(stranger.err()).contains("cosignature-refused");
	}

	@Test
	void a_witness_refuses_a_log_that_is_not_the_one_it_saw() throws Exception {
		Path state = this.folder.resolve("kept.txt");
		assertThat(witness(state).exit()).isZero();
		this.office.close();
		Office other = Office.open(this.folder.resolve("other"), Office.Door.anywhere());
		try {
			Answer refused = run("witness", "--server", other.url().toString(), "--token-file",
					this.folder.resolve("other/operator.token").toString(), "--log-key", this.vkey, "--key",
					this.folder.resolve("w1.key").toString(), "--state", state.toString());
			assertThat(refused.exit()).isEqualTo(1);
		}
		finally {
			other.close();
		}
	}

	@Test
	void a_proof_file_is_verified_without_the_office_and_not_once_a_letter_is_changed() throws Exception {
		Path file = this.folder.resolve("proof.json");
		try (Client client = new Client(URI.create(url()), "审计", Client.bearer(this.office.operatorToken()))) {
			Files.write(file, client.get("/api/proofs/2", Map.of()));
			assertThat(client.getJson("/api/proofs",
					Map.of("stream", client.getJson("/api/proofs/2", Map.of()).at("/event/streamId").asString(),
							"event", "agency.AgencyRegistered"))
				.at("/event/position")
				.asLong()).isEqualTo(2);
		}
		this.office.close();

		assertThat(run("verify-proof", file.toString(), "--key", this.vkey).out()).startsWith("proven")
			.contains("430322");
		assertThat(run("verify-proof", file.toString(), "--key", witness().verifier().toString()).exit()).isEqualTo(1);
		Files.writeString(file, Files.readString(file).replace("430322", "430329"));
		assertThat(run("verify-proof", file.toString(), "--key", this.vkey).exit()).isEqualTo(1);
		assertThat(run("verify-proof", this.folder.resolve("nothing").toString(), "--key", this.vkey).exit())
			.isEqualTo(2);
	}

	private void register(String code) {
		try (Client client = new Client(URI.create(url()), "测试", Client.bearer(this.office.operatorToken()))) {
			client.command("register-agency",
					Map.of("code", code, "name", "机关" + code, "kind", "county", "registeredOn", "2024-01-08"));
			client.getJson("/api/status", Map.of("fresh", true));
		}
	}

	private Answer witness(Path state) {
		return run("witness", "--server", url(), "--token-file", token(), "--log-key", this.vkey, "--key",
				this.folder.resolve("w1.key").toString(), "--state", state.toString());
	}

	private SigningKey witness() {
		return NoteFile.signingKey(this.folder.resolve("w1.key"));
	}

	private String token() {
		return this.data.resolve("operator.token").toString();
	}

	private String url() {
		return this.office.url().toString();
	}

	/// As the superuser of the folder's database, which runs.
	private JdbcTemplate admin() throws IOException {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl("jdbc:postgresql://127.0.0.1:"
				+ Files.readAllLines(this.data.resolve("postgresql/postmaster.pid")).get(3).strip() + "/"
				+ Postgres.DATABASE);
		source.setUser(Postgres.ADMIN);
		source.setPassword(
				Client.json.readTree(Files.readString(this.data.resolve("secrets.json"))).path("admin").asString(""));
		return new JdbcTemplate(source);
	}

	/// As the role that owns the read tables.
	private void sql(String statement) throws SQLException {
		try (Inspection inspection = Inspection.open(this.data);
				Connection connection = inspection.read().getConnection();
				Statement sql = connection.createStatement()) {
			assertThat(sql.executeUpdate(statement)).isPositive();
		}
	}

	private static Answer run(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(err));
		int exit = line.execute(arguments);
		line.getOut().flush();
		line.getErr().flush();
		return new Answer(exit, out.toString(), err.toString());
	}

}
