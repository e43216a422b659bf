package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township's report of 2021 as the product makes it: the sections, tables and numbers that the township published.
class SampleTownshipTest {

	private static final String EDITION = "/api/reports/430321-hk/2021/editions/1";

	@TempDir
	static Path folder;

	private static Office office;

	private static Client client;

	@BeforeAll
	static void load() {
		office = Office.open(folder.resolve("office"), Office.Door.anywhere());
		client = new Client(office.url(), "示例", Client.bearer(office.operatorToken()));
		ImportRun imports = new ImportRun(client, GongkaiCommand.commandLine().getCommandSpec(), false);
		Sample.requireWhole(imports.follow("agencies", "agencies.csv",
				BodyPublishers.ofByteArray(Sample.bytes("agencies.csv")), Map.of()));
		new SampleTownship(client).load(imports);
	}

	@AfterAll
	static void close() {
		client.close();
		office.close();
	}

	@Test
	void every_number_is_the_published_one() {
		JsonNode edition = client.getJson(EDITION, Map.of("fresh", true));

		assertThat(edition.path("table3")).hasSize(25)
			.allSatisfy((row) -> assertThat(row).hasSize(7).allSatisfy((cell) -> assertThat(cell.asInt(-1)).isZero()));
		assertThat(edition.path("table4")).hasSize(15).allSatisfy((cell) -> assertThat(cell.asInt(-1)).isZero());
		assertThat(edition.path("table2").toString())
			.isEqualTo("[{\"item\":\"regulations\",\"made\":0,\"repealed\":0,\"inForce\":0},"
					+ "{\"item\":\"normative_documents\",\"made\":0,\"repealed\":0,\"inForce\":0},"
					+ "{\"item\":\"licences\",\"decisions\":0},{\"item\":\"penalties\",\"decisions\":13},"
					+ "{\"item\":\"coercions\",\"decisions\":0},{\"item\":\"fees\",\"amountWanYuan\":\"0\"}]");
	}

	@Test
	void the_document_has_the_six_sections_and_the_five_aspects_with_the_numbers_in_their_sentences() {
		String html = new String(client.get(EDITION, Map.of("fresh", true, "format", "html")), StandardCharsets.UTF_8);

		assertThat(html).containsSubsequence("湘潭县河口镇人民政府2021年政府信息公开工作年度报告", "一、总体情况", "（一）主动公开", "政府信息175条",
				"行政处罚决定13件", "（二）依申请公开", "新收政府信息公开申请0件", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障", "投诉0件、举报0件",
				"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
				"收取信息处理费0元");
		assertThat(html).doesNotContain("{{");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "html", "docx", "pdf", "xlsx" })
	void each_format_read_back_is_without_a_finding_and_as_recorded(String format) throws IOException {
		Path file = Files.write(folder.resolve("report." + format),
				client.get(EDITION, Map.of("fresh", true, "format", format)));

		StringWriter out = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		int exit = line.execute("check-report", "--data", office.folder().toString(), file.toString());

		assertThat(exit).as(out.toString()).isZero();
		assertThat(out.toString()).contains("1 checked, 0 errors, 0 warnings");
	}

	@Test
	void loading_it_again_records_nothing() {
		JsonNode before = client.getJson("/api/office", Map.of());

		new SampleTownship(client).load(new ImportRun(client, GongkaiCommand.commandLine().getCommandSpec(), false));

		assertThat(client.getJson("/api/office", Map.of())).isEqualTo(before);
		assertThat(client.getJson("/api/reports/430321-hk/2021/editions", Map.of("fresh", true)).path("editions"))
			.hasSize(1);
	}

	@Test
	void every_text_of_the_sample_is_written_into_the_report() {
		JsonNode texts = client.getJson("/api/reports/430321-hk/2021/draft", Map.of("fresh", true)).path("texts");

		assertThat(List.copyOf(texts.propertyNames())).containsExactlyInAnyOrderElementsOf(Stream
			.of("overview", "proactive_disclosure", "applications", "information_management", "platform", "supervision",
					"problems", "other_matters")
			.toList());
	}

}
