package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.gongkai.statute.report.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CheckReportTest {

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void a_right_report_ends_with_0() throws IOException {
		assertThat(run(report("right.json", 2023, 5, 5, 0, 0))).isZero();
		assertThat(this.out.toString()).contains("1 checked, 0 errors, 0 warnings");
	}

	@Test
	void findings_end_with_1_and_are_told_in_both_languages() throws IOException {
		assertThat(run(report("wrong.json", 2023, 5, 4, 0, 0))).isEqualTo(1);
		assertThat(this.out.toString()).contains("[identity]", "本列第一项加第二项之和", "5≠4", "1 checked, 2 errors");
	}

	@Test
	void json_lists_each_finding_with_its_cell() throws IOException {
		run("--json", report("wrong.json", 2023, 5, 4, 0, 0));

		JsonNode findings = Client.json.readTree(this.out.toString());
		assertThat(findings.get(0).propertyNames()).containsExactly("file", "rule", "table", "row", "column",
				"expected", "found", "severity", "sentence", "sentenceEn");
		assertThat(findings.get(0).path("table").asString()).isEqualTo("table3");
		assertThat(findings.get(0).path("severity").asString()).isEqualTo("error");
	}

	@Test
	void reports_of_consecutive_years_are_compared_whatever_their_order() throws IOException {
		String last = report("2022.json", 2022, 5, 4, 0, 1);
		String next = report("2023.json", 2023, 5, 7, 2, 0);

		assertThat(run("--json", next, last)).isEqualTo(1);
		assertThat(this.out.toString()).contains("carry-over").contains("\"expected\" : \"1\"");
		assertThat(run("--previous", last, report("right.json", 2023, 5, 6, 1, 0))).isZero();
		assertThat(run("--previous", next, next)).isEqualTo(2);
	}

	@Test
	void warnings_alone_end_with_1_and_are_left_out_on_request() throws IOException {
		Path file = Files.writeString(this.folder.resolve("blank.json"),
				"{\"agency\": \"某局\", \"year\": 2023, \"table4\": [0,0,0,0,0,0,null,0,0,0,0,0,0,0,0]}");

		assertThat(run(file.toString())).isEqualTo(1);
		assertThat(run("--errors-only", file.toString())).isZero();
	}

	@Test
	void an_unreadable_file_ends_with_2_in_one_line_and_the_others_are_still_checked() throws IOException {
		Path scan = Files.writeString(this.folder.resolve("scan.pdf"), "%PDF-1.7");

		assertThat(run(scan.toString(), report("wrong.json", 2023, 5, 4, 0, 0))).isEqualTo(2);
		assertThat(this.err.toString().strip().lines()).singleElement().asString().contains("scan.pdf", "PDF");
		assertThat(this.out.toString()).contains("1 checked");
		assertThat(run("--data", this.folder.resolve("none").toString(), report("right.json", 2023, 5, 5, 0, 0)))
			.isEqualTo(2);
	}

	@Test
	void the_record_of_the_agency_with_this_name_is_compared() throws IOException {
		HttpServer office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		String record = Files.readString(Path.of(report("record.json", 2023, 6, 6, 0, 0)));
		Map<String, String> answers = Map.of("/api/agencies", "{\"agencies\": [{\"code\": \"7\", \"name\": \"某局\"}]}",
				"/api/reports/7/2023", record);
		answers.forEach((path, answer) -> office.createContext(path, (exchange) -> {
			byte[] body = answer.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		}));
		office.start();
		try {
			String server = "http://127.0.0.1:" + office.getAddress().getPort();
			assertThat(run("--json", "--server", server, report("right.json", 2023, 5, 5, 0, 0))).isEqualTo(1);
			assertThat(this.out.toString()).contains("\"record\"", "\"expected\" : \"6\"");
			assertThat(run("--server", server, report("same.json", 2023, 6, 6, 0, 0))).isZero();
		}
		finally {
			office.stop(0);
		}
	}

	// natural persons only: so many new, granted, carried in and carried out
	private String report(String name, int year, int arrived, int granted, int carriedIn, int carriedOut)
			throws IOException {
		StringBuilder rows = new StringBuilder();
		for (Row row : Stream.of(Row.values()).filter((row) -> row != Row.OTHER_AGGREGATE).toList()) {
			int number = switch (row) {
				case NEW -> arrived;
				case CARRIED_IN -> carriedIn;
				case GRANTED, TOTAL -> granted;
				case CARRIED_OUT -> carriedOut;
				default -> 0;
			};
			rows.append(rows.isEmpty() ? "" : ",")
				.append("\"" + row.jsonName() + "\": " + List.of(number, 0, 0, 0, 0, 0, number));
		}
		return Files
			.writeString(this.folder.resolve(name),
					"{\"agency\": \"某局\", \"year\": " + year + ", \"table3\": {" + rows + "}}")
			.toString();
	}

	private int run(String... arguments) {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(this.out));
		line.setErr(new PrintWriter(this.err, true));
		return line.execute(Stream.concat(Stream.of("check-report"), Stream.of(arguments)).toArray(String[]::new));
	}

}
