package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import com.sun.net.httpserver.HttpServer;
import org.gongkai.statute.audit.Draw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCommandsTest {

	private static final String CHECKPOINT = "gongkai\n120\nqq4tCpOJGMjPCDrKcKKFPFIgWnL0TKmzIbTUjFVDUPw=\n\n— gongkai AbCd\n";

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final StringBuilder asked = new StringBuilder();

	private HttpServer office;

	private String answer = "{}";

	@BeforeEach
	void open() throws IOException {
		this.office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.office.createContext("/", (exchange) -> {
			this.asked.append(exchange.getRequestURI());
			boolean latest = exchange.getRequestURI().getPath().equals("/api/checkpoints/latest");
			byte[] body = (latest ? CHECKPOINT : this.answer).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.office.start();
	}

	@AfterEach
	void close() {
		this.office.stop(0);
	}

	@Test
	void a_difference_is_told_by_cell_and_by_case() {
		this.answer = """
				{"year":2023,"from":{"asOf":{"position":4},"effectiveOn":"2023-03-31"},"to":{"asOf":{"position":9}},
				"cells":[{"cell":{"table":3,"row":"denied_7","column":"total"},"from":0,"to":1,"gone":[],"come":["T/2"]}],
				"cases":[{"applicationId":"T/2","change":"changed","fields":[{"field":"outcome","to":"denied_7"}]}]}""";

		assertThat(run("difference", "--agency", "T", "--year", "2023", "--from-known-at", "4", "--from-effective-on",
				"2023-03-31"))
			.isZero();
		assertThat(this.asked).hasToString(
				"/api/audit/difference?fresh=true&withSubordinates=false&agency=T&year=2023&fromKnownAt=4&fromEffectiveOn=2023-03-31");
		assertThat(this.out.toString()).contains("position 4, effective on 2023-03-31; to 后 position 9",
				"表3  denied_7  total  0  1    +T/2", "T/2  changed  outcome  –  →  denied_7");
	}

	@Test
	void an_explanation_tells_reasons_entries_and_reports() {
		this.answer = """
				{"explanations":[{"id":"T/1","table":3,"cells":[{"row":"new","column":"business","number":1}],"steps":[{"article":"条例第三十一条",
				"zh":"收到","en":"received","evidence":[{"position":7,"effectiveOn":"2023-03-01","actor":"王科员"}]}],
				"countedBy":[{"agency":"C","name":"湘潭县","withSubordinates":true}]}]}""";

		assertThat(run("explain", "1", "--agency", "T", "--year", "2023")).isZero();
		assertThat(this.out.toString()).contains("T/1 table 表 3 2023: new / business", "收到（条例第三十一条） [7 2023-03-01 王科员]",
				"counted by 计入 C 湘潭县 (with subordinates 含下级)");
	}

	@Test
	void a_tally_is_explained_by_the_kind_of_its_number() {
		this.answer = """
				{"explanations":[{"id":"tally:T/1","table":2,"cells":[{"row":"licences","column":"decisions","number":120}],"steps":[],"countedBy":[]}]}""";

		assertThat(run("explain", "1", "--agency", "T", "--year", "2023", "--of", "tally")).isZero();
		assertThat(this.asked.toString()).contains("id=tally").doesNotContain("table=");
		assertThat(this.out.toString()).contains("tally:T/1 table 表 2 2023: licences / decisions 120");
	}

	@Test
	void a_proof_tells_sides_what_is_wrong_and_the_records_of_a_cell() {
		this.answer = """
				{"touching":2,"holds":false,"sides":[{"name":"tallies","lines":[{"row":"licences","column":"decisions","records":1}],"sum":1,"touching":2,
				"twice":[],"nowhere":["tally:T/2"],"elsewhere":[]}],"cells":[{"row":"licences","column":"decisions","printed":120,"records":1,"sum":90,
				"missing":["tally:T/2"],"astray":[]}],"cell":{"row":"licences","column":"decisions","number":120,"records":[{"id":"tally:T/1","number":90,"zh":"在本期内"}]}}""";

		assertThat(run("cells", "--agency", "T", "--year", "2023", "--table", "2", "--row", "licences", "--column",
				"decisions"))
			.isZero();
		assertThat(this.asked.toString()).contains("table=2", "row=licences", "column=decisions");
		assertThat(this.out.toString()).contains("NOT exclusive and complete", "licences / decisions  1",
				"nowhere tally:T/2", "printed 表中 120, sum 合计 90: licences / decisions",
				"missing 缺 tally:T/2: licences / decisions", "tally:T/1  90  在本期内");
	}

	@Test
	void findings_are_told_with_rule_and_article() {
		this.answer = """
				{"total":1,"items":[{"findingId":"reply-overdue:T/1:0","severity":"serious","state":"new","title":"答复超过法定期限",
				"zh":"超过2个工作日","en":"2 working days late","article":"条例第三十三条","vanished":true}]}""";

		assertThat(run("findings", "--rule", "reply-overdue")).isZero();
		assertThat(this.out.toString()).contains("serious  reply-overdue:T/1:0  new  gone 已更正",
				"答复超过法定期限：超过2个工作日（条例第三十三条）");
	}

	@Test
	void a_sample_takes_seed_and_position_from_the_checkpoint() throws IOException {
		Path note = Files.writeString(this.folder.resolve("checkpoint"), CHECKPOINT);
		this.answer = """
				{"seed":"ab","asOf":{"position":120},"population":9,"drawn":[{"id":"T/1","stratum":"all","key":"00112233445566778899"}]}""";

		assertThat(run("sample", "--agency", "T", "--year", "2023", "--size", "1", "--checkpoint", note.toString()))
			.isZero();
		assertThat(this.asked.toString()).contains("knownAt=120",
				"seed=" + HexFormat.of().formatHex(Draw.seed(CHECKPOINT.getBytes(StandardCharsets.UTF_8))));
		assertThat(this.out.toString()).contains("1 of 9 cases 件", "T/1  all  0011223344556677");
	}

	@Test
	void a_sample_is_drawn_by_the_newest_checkpoint_where_none_is_given() {
		this.answer = """
				{"seed":"ab","asOf":{"position":120},"population":9,"drawn":[]}""";

		assertThat(run("sample", "--agency", "T", "--year", "2023", "--size", "1")).isZero();
		assertThat(this.asked.toString()).contains("knownAt=120",
				"seed=" + HexFormat.of().formatHex(Draw.seed(CHECKPOINT.getBytes(StandardCharsets.UTF_8))));
		assertThat(this.out.toString()).contains("drawn by the checkpoint 所依检查点:\n" + CHECKPOINT);
	}

	@Test
	void a_file_that_is_no_checkpoint_ends_with_1() throws IOException {
		Path file = Files.writeString(this.folder.resolve("other"), "hello\n");

		assertThat(run("sample", "--agency", "T", "--year", "2023", "--size", "1", "--checkpoint", file.toString()))
			.isEqualTo(1);
		assertThat(this.err.toString()).contains("is not a checkpoint");
	}

	private int run(String... arguments) {
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(this.out, true));
		line.setErr(new PrintWriter(this.err, true));
		String[] all = new String[arguments.length + 2];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		all[arguments.length] = "--server";
		all[arguments.length + 1] = "http://127.0.0.1:" + this.office.getAddress().getPort();
		return line.execute(all);
	}

}
