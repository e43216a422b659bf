package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Definition;
import org.gongkai.statute.report.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionsTest {

	private static final String ANSWER = """
			{"version":"2019","counted":{"agencies":1,"cases":3},"years":[{"year":2022,"inForce":"2021"}],
			"rows":[{"inForce":"2021","key":"other_3","label":"其他","onlyIn":"in_force"}],"columns":[],
			"cells":[{"agency":"T1","year":2022,"row":"other_3","column":"total","from":1,"onlyIn":"in_force"}],
			"cases":[{"id":"T1/1","agency":"T1","year":2022,"from":{"row":"other_3","column":"business"},
			"to":{"row":"other_aggregate","column":"business"}}],
			"identities":[{"name":"balance","holds":true,"broken":[]},{"name":"carry_over","holds":false,
			"broken":[{"agency":"T1","year":2022,"column":"total","left":1,"right":0}]}]}""";

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void the_list_has_years_and_document_of_each_version() {
		assertThat(run("list")).isZero();
		assertThat(this.out.toString()).contains("2019", "2019–2020", "23", "国办公开办函〔2019〕60号", "2021–");
	}

	@Test
	void what_show_prints_is_the_definition() {
		assertThat(run("show", "2021")).isZero();
		assertThat(EventJson.mapper().readValue(this.out.toString(), Definition.class))
			.isEqualTo(Definitions.get("2021"));
	}

	@Test
	void an_unknown_version_ends_with_1_and_one_line() {
		assertThat(run("show", "2020")).isEqualTo(1);
		assertThat(this.err.toString()).contains("没有这个统计口径版本", "[unknown-definition]").hasLineCount(1);
	}

	@Test
	void a_rehearsal_tells_rows_cells_cases_and_identities() throws IOException {
		Path file = Files.writeString(this.folder.resolve("changed.json"), "{}");
		HttpServer office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		StringBuilder asked = new StringBuilder();
		office.createContext("/", (exchange) -> {
			asked.append(exchange.getRequestURI())
				.append(' ')
				.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		office.start();
		try {
			String url = "http://127.0.0.1:" + office.getAddress().getPort();

			assertThat(run("rehearse", file.toString(), "--from", "2022", "--to", "2022", "--agency", "T1", "--server",
					url))
				.isZero();
		}
		finally {
			office.stop(0);
		}

		assertThat(asked).hasToString("/api/definitions/rehearsal?fresh=true&agency=T1&from=2022&to=2022 {}");
		assertThat(this.out.toString()).contains("3 cases 申请; years 年度 2022 (2021)",
				"row 行 other_3 其他: only in force 仅现行口径 (2021)", "1 cells would move", "T1           2022", "–",
				"other_3 / business  other_aggregate / business", "balance: holds 成立", "carry_over: broken 不成立");
	}

	private int run(String... arguments) {
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(this.out, true));
		line.setErr(new PrintWriter(this.err, true));
		String[] all = new String[arguments.length + 1];
		all[0] = "definitions";
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return line.execute(all);
	}

}
