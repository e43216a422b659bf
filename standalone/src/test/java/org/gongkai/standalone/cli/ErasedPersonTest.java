package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.gongkai.standalone.Failed;
import org.gongkai.standalone.Office;
import org.gongkai.standalone.postgres.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A person who is to be forgotten: in no file of the office before or after, in no answer after, and in every table as
/// before.
class ErasedPersonTest {

	/// Words that occur nowhere else on this machine.
	private static final List<String> PERSON = List.of("瞿灵韵", "漱玉巷", "瞿氏祖宅");

	private static final String ID = "QLY/1";

	private static final String REGISTER = """
			application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject,outcome,concluded_on,reply_no
			2,QLY,natural_person,别人甲,online,2023-04-03,2023-04-03,预算,granted,2023-04-20,
			3,QLY,natural_person,瞿灵韵,online,2023-05-08,2023-05-08,瞿氏祖宅补偿,granted,2023-05-25,
			""";

	private static final ListAppender<ILoggingEvent> SAID = new ListAppender<>();

	@TempDir
	static Path dir;

	private static Path recorded;

	@BeforeAll
	static void record() {
		SAID.start();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(SAID);
		recorded = dir.resolve("recorded");
		try (Office office = Office.open(recorded, Office.Door.anywhere());
				Client client = new Client(office.url(), "王科员", Client.bearer(office.operatorToken()))) {
			client.command("register-agency",
					Map.of("code", "QLY", "name", "试点镇", "kind", "township", "registeredOn", "2018-01-01"));
			client.command("receive-application",
					Map.of("agency", "QLY", "applicationNo", "1", "applicantKind", "natural_person", "channel",
							"online", "submittedOn", "2023-03-01", "receivedOn", "2023-03-01", "personal",
							Map.of("name", "瞿灵韵", "address", "漱玉巷7号", "subject", "瞿氏祖宅的征收档案")));
			client.command("decide-application",
					Map.of("applicationId", ID, "outcome", "granted", "decidedOn", "2023-03-20"));
			client.command("file-review", Map.of("agency", "QLY", "disputeNo", "复1", "applicationId", ID, "against",
					"reply", "filedOn", "2023-04-10", "personal", Map.of("party", "瞿灵韵", "text", "漱玉巷的答复不完整")));
			client.command("conclude-review",
					Map.of("disputeId", "review:QLY/复1", "outcome", "upheld", "concludedOn", "2023-06-01"));
			Sample.requireWhole(new ImportRun(client, GongkaiCommand.commandLine().getCommandSpec(), false)
				.follow("applications", "register.csv", BodyPublishers.ofString(REGISTER), Map.of("historical", true)));
			assertThat(found(client)).containsExactlyInAnyOrder(ID, "QLY/3");
			assertThat(client.form("/api/disputes/search", Map.of("q", "瞿灵韵", "fresh", true)).path("total").asInt())
				.isOne();
		}
	}

	@Test
	void nobody_is_in_clear_before_and_nobody_can_be_found_after_and_every_table_stays() throws Exception {
		Path folder = copy("erased");
		try (Office office = Office.open(folder, Office.Door.anywhere());
				Client client = new Client(office.url(), "王科员", Client.bearer(office.operatorToken()))) {
			assertNoTrace(folder);

			assertThat(run(office, "applicants", "find", "--name", "瞿灵韵")).contains("QLY/1", "QLY/3", "2 cases");
			assertThat(client.getJson("/api/sightings", Map.of("person", "王科员", "record", ID))
				.path("sightings")
				.valueStream()).extracting((look) -> look.path("place").asString(""))
				.contains("POST /api/applications/search");
			String said = run(office, "applicants", "erase", "--case", ID, "--on", "2024-01-02", "--ground",
					"retention_expired", "--reason", "保存期限届满");

			assertThat(said).contains("tables are equal to the digit", "nothing personal can be read any more")
				.containsPattern("QLY +2023 +table3 +\\d+ +0")
				.containsPattern("\\d+ positions recomputed")
				.endsWith("sound 完好\n");
			assertThat(found(client)).containsExactly("QLY/3");
			JsonNode one = client.getJson("/api/application", Map.of("id", ID)).path("application");
			assertThat(one.path("erased").asBoolean()).isTrue();
			assertThat(one.has("applicantName")).isFalse();
			assertThat(client.form("/api/disputes/search", Map.of("q", "瞿灵韵")).path("total").asInt()).isZero();
			assertThat(new String(client.get("/applications/show", Map.of("id", ID)), StandardCharsets.UTF_8))
				.contains("个人信息已删除")
				.doesNotContain(PERSON);

			Map<String, List<String>> live = shown(folder);
			client.post("/api/projections/all/rebuild", Map.of(), "application/json", BodyPublishers.noBody());
			assertThat(shown(folder)).isEqualTo(live);
			assertNoTrace(folder);
			assertThat(run(office, "keys", "rotate")).contains("2 keys wrapped anew");
			assertThat(found(client)).containsExactly("QLY/3");

			// or else the search above would prove nothing
			Files.write(folder.resolve("left"), Base64.getEncoder().encode("瞿灵韵".getBytes(StandardCharsets.UTF_8)));
			admin(folder, Postgres.DATABASE).execute("create table command.left_over as select '漱玉巷7号' as address");
			assertThat(traces(folder)).contains("left", "command.left_over")
				.anyMatch((file) -> file.startsWith("postgresql/base/"))
				.anyMatch((file) -> file.startsWith("postgresql/pg_wal/"));
		}
		assertThat(SAID.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(ErasedPersonTest::namesThem);
	}

	@Test
	void an_erasure_ends_with_verifying_and_tells_what_is_not_sound() throws Exception {
		Path folder = copy("unsound");
		try (Office _ = Office.open(folder, Office.Door.anywhere())) {
			admin(folder, Postgres.DATABASE)
				.update("update read.case_register set reply_no = 'x' where stream_id = 'QLY/3'");
			StringWriter out = new StringWriter();

			int exit = execute(out, "applicants", "erase", "--case", ID, "--on", "2024-01-02", "--ground",
					"retention_expired", "--reason", "保存期限届满", "--json", "--data", folder.toString());

			JsonNode told = Client.json.readTree(out.toString());
			assertThat(exit).as(out.toString()).isEqualTo(1);
			assertThat(told.path("equal").asBoolean()).isTrue();
			assertThat(told.path("stillReadable")).isEmpty();
			assertThat(told.at("/verification/findings")).hasSize(1);
		}
	}

	@Test
	void an_older_copy_with_the_newer_list_forgets_at_its_start() throws Exception {
		Path folder = copy("older");
		Files.writeString(folder.resolve("erasures.jsonl"), """
				{"stream":"QLY/1"}
				{"stream":"review:QLY/复1"}
				""");

		try (Office office = Office.open(folder, Office.Door.anywhere());
				Client client = new Client(office.url(), "王科员", Client.bearer(office.operatorToken()))) {
			assertThat(found(client)).containsExactly("QLY/3");
			assertThat(client.form("/api/disputes/search", Map.of("q", "瞿灵韵", "fresh", true)).path("total").asInt())
				.isZero();
			assertThat(client.getJson("/api/application/history", Map.of("id", ID)).toString()).contains("按删除清单再次删除")
				.doesNotContain(PERSON);
		}
	}

	@Test
	void without_its_master_key_an_office_does_not_start() throws Exception {
		Path folder = copy("wrong");
		Files.writeString(folder.resolve("master.key"), "0".repeat(64));

		assertThatExceptionOfType(Failed.class).isThrownBy(() -> Office.open(folder, Office.Door.anywhere()))
			.withMessageContaining("master.key")
			.withMessageContaining("is not the one of the keys of this database");
	}

	/// In no file of the folder and in no row of any table.
	private static void assertNoTrace(Path folder) throws IOException {
		assertThat(traces(folder)).isEmpty();
	}

	/// Where somebody stands in clear: files, and tables by their name.
	private static List<String> traces(Path folder) throws IOException {
		JdbcTemplate admin = admin(folder, Postgres.DATABASE);
		admin.execute("select pg_switch_wal()");
		admin.execute("checkpoint");
		List<String> sought = PERSON.stream()
			.flatMap((word) -> written(word).stream())
			.map((bytes) -> new String(bytes, StandardCharsets.ISO_8859_1))
			.toList();
		List<String> naming = new ArrayList<>();
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				try {
					String content = Files.readString(file, StandardCharsets.ISO_8859_1);
					if (sought.stream().anyMatch(content::contains)) {
						naming.add(folder.relativize(file).toString());
					}
					return FileVisitResult.CONTINUE;
				}
				catch (NoSuchFileException ex) {
					return visitFileFailed(file, ex);
				}
			}

			/// The database may have removed it meanwhile.
			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				if (ex instanceof NoSuchFileException) {
					return FileVisitResult.CONTINUE;
				}
				throw ex;
			}
		});
		for (String database : List.of(Postgres.DATABASE, Postgres.KEYS)) {
			tables(folder, database, null).forEach((table, rows) -> {
				if (rows.stream().anyMatch(ErasedPersonTest::namesThem)) {
					naming.add(table);
				}
			});
		}
		return naming;
	}

	/// A word in every form in which a file may have it: as text, escaped in JSON, in an
	/// address, in base64.
	private static List<byte[]> written(String word) {
		StringBuilder escaped = new StringBuilder();
		word.chars().forEach((letter) -> escaped.append("\\u%04x".formatted(letter)));
		byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
		return List.of(utf8, word.getBytes(Charset.forName("GBK")), word.getBytes(StandardCharsets.UTF_16LE),
				word.getBytes(StandardCharsets.UTF_16BE), ascii(escaped.toString()),
				ascii(escaped.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u")), ascii(Client.encode(word)),
				ascii(Base64.getEncoder().encodeToString(utf8)));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static boolean namesThem(String text) {
		return PERSON.stream().anyMatch(text::contains);
	}

	/// What is read, without how far the last rebuilds are.
	private static Map<String, List<String>> shown(Path folder) throws IOException {
		Map<String, List<String>> shown = tables(folder, Postgres.DATABASE, "read");
		shown.keySet().removeAll(List.of("read.rebuilds", "read.rebuild_parts"));
		return shown;
	}

	/// Every row of every table as a plain dump has it.
	private static Map<String, List<String>> tables(Path folder, String database, @Nullable String schema)
			throws IOException {
		JdbcTemplate admin = admin(folder, database);
		Map<String, List<String>> rows = new TreeMap<>();
		for (Map<String, Object> table : admin.queryForList("""
				select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
				and tablename <> 'schema_history'""")) {
			String name = table.get("schemaname") + "." + table.get("tablename");
			if (schema == null || name.startsWith(schema + ".")) {
				rows.put(name, admin.queryForList("select t::text from " + name + " t order by 1", String.class));
			}
		}
		return rows;
	}

	private static JdbcTemplate admin(Path folder, String database) throws IOException {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl("jdbc:postgresql://127.0.0.1:"
				+ Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3).strip() + "/" + database);
		source.setUser(Postgres.ADMIN);
		source.setPassword(
				Client.json.readTree(Files.readString(folder.resolve("secrets.json"))).path("admin").asString(""));
		return new JdbcTemplate(source);
	}

	private static List<String> found(Client client) {
		List<String> found = new ArrayList<>();
		client.form("/api/applications/search", Map.of("q", "瞿灵韵", "fresh", true))
			.path("items")
			.forEach((item) -> found.add(item.path("applicationId").asString("")));
		return found;
	}

	private static String run(Office office, String... arguments) {
		StringWriter out = new StringWriter();
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--server", office.url().toString(), "--actor", "王科员", "--token-file",
				recorded.resolve("operator.token").toString()));
		int exit = execute(out, all.toArray(String[]::new));
		assertThat(exit).as(out.toString()).isZero();
		return out.toString();
	}

	private static int execute(StringWriter out, String... arguments) {
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(out));
		return line.execute(arguments);
	}

	private static Path copy(String name) throws IOException {
		Path folder = dir.resolve(name);
		FileSystemUtils.copyRecursively(recorded, folder);
		Files.setPosixFilePermissions(folder.resolve("postgresql"), PosixFilePermissions.fromString("rwx------"));
		return folder;
	}

}
