package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.gongkai.log.proof.SigningKey;
import org.gongkai.standalone.Inspection;
import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What an inspector takes home: the pack of a case and of a year, checked without the office.
class EvidencePackTest {

	@TempDir
	static Path folder;

	private static Office office;

	private static Client client;

	private static String vkey;

	@BeforeAll
	static void record() {
		Path data = folder.resolve("office");
		office = Office.open(data, Office.Door.anywhere());
		client = new Client(office.url(), "王科员", Client.bearer(office.operatorToken()));
		client.command("register-agency",
				Map.of("code", "T", "name", "试点镇", "kind", "township", "registeredOn", "2018-01-01"));
		client.command("receive-application",
				Map.of("agency", "T", "applicationNo", "1", "applicantKind", "natural_person", "channel", "online",
						"submittedOn", "2023-03-01", "receivedOn", "2023-03-01", "personal",
						Map.of("name", "瞿灵韵", "subject", "祖宅的征收档案")));
		client.command("decide-application",
				Map.of("applicationId", "T/1", "outcome", "granted", "decidedOn", "2023-03-20"));
		client.command("file-review", Map.of("agency", "T", "disputeNo", "复1", "applicationId", "T/1", "against",
				"reply", "filedOn", "2023-04-10"));
		client.command("make-document", Map.of("agency", "T", "kind", "normative_document", "documentNo", "试政发〔2023〕1号",
				"title", "试点镇办法", "madeOn", "2023-05-04", "opening", false));
		client.command("record-tally", Map.of("agency", "T", "tallyNo", "许1", "item", "licences", "from", "2023-01-01",
				"to", "2023-12-31", "count", 21));
		client.command("rectify-tally",
				Map.of("tallyId", "T/许1", "rectifiedOn", "2024-01-02", "reason", "漏计", "count", 22));
		client.command("open-report",
				Map.of("reportId", "T/2023", "withSubordinates", false, "openedOn", "2024-01-03"));
		for (String section : List.of("proactive_disclosure", "information_management", "platform", "supervision",
				"problems", "other_matters", "applications")) {
			client.command("write-section",
					Map.of("reportId", "T/2023", "section", section, "body", "如实办理。", "writtenOn", "2024-01-04"));
		}
		client.command("submit-report", Map.of("reportId", "T/2023", "submittedOn", "2024-01-10"));
		client.command("approve-report", Map.of("reportId", "T/2023", "approvedOn", "2024-01-11"));
		client.command("publish-report", Map.of("reportId", "T/2023", "publishedOn", "2024-01-12"));
		// nothing is awaited here: a pack includes what was recorded just before
		try (Inspection inspection = Inspection.open(data)) {
			vkey = inspection.key().toString();
		}
	}

	@AfterAll
	static void close() {
		client.close();
		office.close();
	}

	@Test
	void the_pack_of_a_case_is_whole_and_proven_and_names_who_looked() throws IOException {
		client.getJson("/api/application", Map.of("id", "T/1"));
		Path file = pack("--case", "1");

		Map<String, String> files = read(file);
		assertThat(files.get("events.jsonl").lines()).hasSize(3);
		assertThat(files.get("events.jsonl")).contains("瞿灵韵", "review:T/复1");
		assertThat(files.entrySet().stream().filter((one) -> one.getKey().startsWith("proofs/"))).hasSize(3)
			.noneMatch((one) -> one.getValue().contains("瞿灵韵"));
		assertThat(files.get("acts.csv")).contains("王科员", "予以公开");
		assertThat(files.get("sightings.csv")).contains("GET /api/application", "GET /api/audit/evidence", "T/1");
		assertThat(files.get("record.html")).contains("T/1", "王科员");
		assertThat(files).containsKeys("README.txt", "checkpoint.txt", "proof.html", "check-report.html");
		assertThat(results(files)).containsEntry("passed", 9L).containsEntry("not_checked", 3L).hasSize(2);

		assertThat(verify(file, vkey)).startsWith("0 proven 已证明: 3 entries");
		assertThat(verify(file, SigningKey.generate("other.example/log", new SecureRandom()).verifier().toString()))
			.startsWith("1 NOT PROVEN");
	}

	@Test
	void the_pack_of_a_year_has_what_was_published_and_reads_it_back() throws IOException {
		Path file = pack("--year", "2023");

		Map<String, String> files = read(file);
		assertThat(files).containsKeys("documents/edition-1/report.json", "documents/edition-1/report.html",
				"documents/edition-1/report.docx", "documents/edition-1/report.pdf", "documents/edition-1/report.xlsx");
		assertThat(files.get("check-report.html")).contains("真实性", "完整性", "可用性", "安全性", "没有不通过的项目");
		assertThat(files.get("check-report.json")).contains("表二各格等于所含文件、统计数之和，不重不漏", "2件，包中记录合计与报表一致", "表三各格互斥且无遗漏",
				"表四各格互斥且无遗漏", "公布1版，包中1版");
		assertThat(files.get("events.jsonl")).contains("document:T/试政发〔2023〕1号", "tally:T/许1",
				"disclosure.TallyRectified");
		assertThat(files.get("acts.csv")).contains("《试点镇办法》", "更正统计数");
		assertThat(results(files)).doesNotContainKey("failed");
		assertThat(verify(file, vkey)).startsWith("0 proven");
	}

	@Test
	void a_pack_in_which_anything_was_changed_is_not_proven() throws IOException {
		Path file = pack("--case", "1");
		Map<String, String> files = read(file);
		String proof = files.keySet().stream().filter((name) -> name.startsWith("proofs/")).findFirst().orElseThrow();

		assertThat(verify(changed(files, "acts.csv", "王科员", "李科员", false), vkey)).contains("acts.csv was changed");
		assertThat(verify(changed(files, "events.jsonl", "2023-03-20", "2023-03-21", true), vkey))
			.contains("tells something else than its proof");
		assertThat(verify(changed(files, "events.jsonl", "王科员", "李科员", true), vkey))
			.contains("tells something else than its proof");
		assertThat(verify(changed(files, proof, "\"position\":", "\"position\":1", true), vkey)).startsWith("1");
		assertThat(verify(changed(files, proof, files.get(proof), null, true), vkey)).contains("has no proof");
		assertThat(verify(changed(files, "events.jsonl",
				files.get("events.jsonl").lines().findFirst().orElseThrow() + "\n", "", true), vkey))
			.contains("is proven and not told");
	}

	private static Path pack(String what, String value) throws IOException {
		Path file = Files.createTempFile(folder, "pack", ".zip");
		StringWriter out = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(out));
		int exit = line.execute("evidence", "--agency", "T", what, value, "-o", file.toString(), "--server",
				office.url().toString(), "--token-file", folder.resolve("office/operator.token").toString());
		assertThat(exit).as(out.toString()).isZero();
		return file;
	}

	private static String verify(Path file, String key) {
		StringWriter out = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(out));
		int exit = line.execute("verify-proof", file.toString(), "--key", key);
		return exit + " " + out;
	}

	private static Map<String, Long> results(Map<String, String> files) {
		JsonNode report = Client.json.readTree(files.get("check-report.json"));
		Map<String, Long> results = new TreeMap<>();
		report.path("items").forEach((item) -> results.merge(item.path("result").asString(""), 1L, Long::sum));
		return results;
	}

	private static Map<String, String> read(Path file) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				files.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
			}
		}
		files.replaceAll((name, content) -> name.endsWith(".pdf") || name.endsWith("x") ? content
				: new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
		return files;
	}

	/// The pack with one file changed.
	/// @param by null to leave the file out
	/// @param listed whether the list of files is changed with it, as a forger would
	private static Path changed(Map<String, String> files, String name, String what, String by, boolean listed)
			throws IOException {
		Map<String, String> forged = new TreeMap<>(files);
		assertThat(files.get(name)).contains(what);
		if (by == null) {
			forged.remove(name);
		}
		else {
			forged.put(name, files.get(name).replace(what, by));
		}
		if (listed) {
			forged.put("manifest.json", manifest(files.get("manifest.json"), name, forged.get(name)));
		}
		Path file = Files.createTempFile(folder, "forged", ".zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> one : forged.entrySet()) {
				zip.putNextEntry(new ZipEntry(one.getKey()));
				zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return file;
	}

	private static String manifest(String manifest, String name, String content) {
		Map<String, Object> about = new TreeMap<>();
		List<Object> kept = new ArrayList<>();
		Client.json.readTree(manifest).path("files").forEach((one) -> {
			if (!one.path("path").asString("").equals(name)) {
				kept.add(one);
			}
			else if (content != null) {
				kept.add(Map.of("path", name, "sha256", sha256(content)));
			}
		});
		about.put("files", kept);
		return Client.json.writeValueAsString(about);
	}

	private static String sha256(String content) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
