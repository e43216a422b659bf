package org.gongkai.command.integration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.command.CommandServer;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.command.integration.ImportDesk.counts;
import static org.gongkai.command.integration.ImportDesk.findings;
import static org.gongkai.command.integration.ImportDesk.granted;

class ImportFileTest {

	private static CommandServer server;

	private final ImportDesk desk = new ImportDesk(server);

	@BeforeAll
	static void open() {
		server = new CommandServer();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_file_may_have_chinese_headers_in_any_order_and_chinese_words_and_days() {
		JsonNode end = this.desk.csv("", "收到日期,提交日期,申请方式,申请人类型,机关代码,申请编号,办理结果,办结日期\n"
				+ "2024/3/4,2024年3月4日,当面,法律服务机构,%s,2024第1号,属于国家秘密,2024.03.20\n".formatted(this.desk.d));

		assertThat(counts(end)).as(end.toString()).containsExactly(1, 0, 0);
		assertThat(server.sql
			.queryForObject("select payload ->> 'applicantKind' || ' ' || (payload ->> 'receivedOn') from log.events"
					+ " where stream_id = ? and sequence = 0", String.class, this.desk.d + "/2024第1号"))
			.isEqualTo("legal_service 2024-03-04");
	}

	@Test
	void a_byte_order_mark_is_taken_and_mentioned() {
		JsonNode end = this.desk.csv("", "\uFEFF" + ImportDesk.HEADER + "\r\n" + this.desk.row("1") + "\r\n");

		assertThat(counts(end)).containsExactly(1, 0, 0);
		assertThat(end.path("notes").toString()).contains("byte order mark");
	}

	@Test
	void a_csv_in_gbk_is_refused_with_the_advice_to_save_it_as_utf_8() {
		JsonNode end = refused("applications",
				(ImportDesk.HEADER + "\n" + this.desk.row("1") + "\n").getBytes(Charset.forName("GBK")),
				"import-unreadable");

		assertThat(end.at("/problem/title").asString()).contains("UTF-8");
		assertThat(end.at("/problem/detail").asString()).contains("save it as CSV UTF-8");
	}

	@Test
	void a_header_names_what_is_unknown_missing_or_double() {
		String row = "\n" + this.desk.row("1") + "\n";
		assertThat(refusedHeader(ImportDesk.HEADER.replace("reply_no", "reply_nr") + row))
			.contains("unknown: reply_nr");
		assertThat(refusedHeader(ImportDesk.HEADER.replace("reply_no", "outcome") + row)).contains("twice: outcome");
		assertThat(refusedHeader("application_no,agency,channel\n1,D,oral\n"))
			.contains("missing: applicant_kind 申请人类型, submitted_on 提交日期, received_on 收到日期");
		assertThat(refusedHeader("")).contains("empty");
	}

	@Test
	void a_formula_is_refused_where_it_stands() {
		JsonNode end = this.desk.rows("", this.desk.row("1", "subject=\"=HYPERLINK(1,2)\""),
				this.desk.row("2", "subject=@x"), this.desk.row("3", "reply_no=+1"), this.desk.row("4"));

		assertThat(counts(end)).containsExactly(1, 0, 3);
		assertThat(findings(end)).containsExactly("2 subject import-cell", "3 subject import-cell",
				"4 reply_no import-cell");
	}

	@Test
	void a_text_that_an_export_marked_gets_its_first_letter_back() {
		String own = this.desk.d;
		JsonNode end = this.desk.rows("",
				this.desk.row("1", "reply_no='=HYPERLINK(1)", "outcome=granted", "concluded_on=2024-03-20"),
				this.desk.row("2", "reply_no=''-1", "outcome=granted", "concluded_on=2024-03-20"));

		assertThat(counts(end)).as(end.toString()).containsExactly(2, 0, 0);
		assertThat(server.sql.queryForList(
				"select payload ->> 'replyNo' from log.events"
						+ " where stream_id like ? and payload ->> 'replyNo' is not null order by stream_id",
				String.class, own + "/%"))
			.containsExactly("=HYPERLINK(1)", "'-1");
	}

	@Test
	void a_number_that_cannot_be_recorded_is_refused_in_its_row_and_others_are_recorded() {
		JsonNode end = this.desk.rows("", this.desk.row("2024\u202E1"), this.desk.row("2"),
				this.desk.row("3", "applicant_name=张\u0000三"));

		assertThat(counts(end)).as(end.toString()).containsExactly(1, 0, 2);
		assertThat(findings(end)).containsExactlyInAnyOrder("2 application_no text-invisible",
				"4 applicant_name text-control");
	}

	@Test
	void all_wrong_cells_of_a_row_are_named_at_once_and_none_is_repeated() {
		JsonNode end = this.desk.rows("", this.desk.row("1", "applicant_kind=张三", "received_on=2024-02-30",
				"extension_days=五", "fee_yuan=1e3", "outcome=won", "channel="));

		assertThat(findings(end)).containsExactly("2 applicant_kind import-cell", "2 channel import-cell",
				"2 received_on import-cell", "2 extension_days import-cell", "2 fee_yuan import-cell",
				"2 outcome import-cell");
		assertThat(end.toString()).doesNotContain("张三");
	}

	@Test
	void none_of_two_rows_with_the_same_number_is_taken() {
		JsonNode end = this.desk.rows("", this.desk.row("1"), this.desk.row("2"),
				this.desk.row("1", granted("2024-03-20")), this.desk.row("1", "agency=" + this.desk.e));

		assertThat(counts(end)).containsExactly(2, 0, 2);
		assertThat(findings(end)).containsExactly("2 application_no import-duplicate",
				"4 application_no import-duplicate");
		assertThat(end.at("/findings/0/en").asString()).contains("rows 2 and 4");
		assertThat(this.desk.events(this.desk.d + "/1")).isEmpty();
	}

	@Test
	void quotation_marks_that_do_not_pair_are_refused() {
		refused("applications", (ImportDesk.HEADER + "\n1,\"D\n").getBytes(StandardCharsets.UTF_8),
				"import-unreadable");
	}

	@Test
	void a_subject_over_its_limit_is_refused_at_its_cell() {
		JsonNode end = this.desk.rows("", this.desk.row("1", "subject=" + "长".repeat(4_001)));

		assertThat(findings(end)).containsExactly("2 subject import-cell");
	}

	@Test
	void a_workbook_is_taken_with_its_days_and_numbers_as_it_shows_them() {
		JsonNode end = this.desk.workbook((workbook) -> {
			XSSFSheet sheet = register(workbook);
			Row row = sheet.getRow(1);
			CellStyle day = workbook.createCellStyle();
			day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
			row.getCell(0).setCellValue(20240001);
			for (int place : new int[] { 5, 6, 14 }) {
				row.getCell(place).setCellValue(LocalDate.parse((place == 14) ? "2024-03-15" : "2024-03-04"));
				row.getCell(place).setCellStyle(day);
			}
			row.getCell(15).setCellValue(20);
			workbook.createSheet("说明");
		});

		assertThat(counts(end)).as(end.toString()).containsExactly(1, 0, 0);
		assertThat(end.path("notes").toString()).contains("only the first is imported");
		assertThat(
				server.sql.queryForList(
						"select payload ->> 'notifiedOn' from log.events where stream_id = ?"
								+ " and name = 'application.DeadlineExtended'",
						String.class, this.desk.d + "/20240001"))
			.containsExactly("2024-03-15");
	}

	@Test
	void a_workbook_with_merged_header_cells_is_refused_as_a_whole() {
		JsonNode end = this.desk
			.workbook((workbook) -> register(workbook).addMergedRegion(new CellRangeAddress(0, 0, 2, 3)));

		assertThat(end.path("state").asString()).isEqualTo("failed");
		assertThat(end.at("/problem/code").asString()).isEqualTo("import-header");
		assertThat(end.at("/problem/detail").asString()).contains("C1:D1");
		assertThat(this.desk.events(this.desk.d + "/1")).isEmpty();
	}

	@Test
	void a_formula_of_a_workbook_is_refused_where_it_stands() {
		JsonNode end = this.desk.workbook((workbook) -> {
			Cell cell = register(workbook).getRow(1).getCell(7);
			cell.setCellFormula("1+1");
		});

		assertThat(findings(end)).containsExactly("2 subject import-cell");
	}

	@Test
	void a_broken_or_old_workbook_is_refused() {
		refused("applications", new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0 }, "import-unreadable");
		JsonNode old = refused("applications",
				new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1 },
				"import-unreadable");
		assertThat(old.at("/problem/detail").asString()).contains(".xlsx");
	}

	@Test
	void agencies_are_registered_parents_first_whatever_the_order_of_the_list() {
		String csv = "机关名称,机关类别,上级机关代码,机关代码\n某镇,乡镇,P{n}-x,P{n}-t\n某县,县,P{n},P{n}-x\n某市,市,,P{n}\n".replace("{n}",
				this.desk.d);

		assertThat(counts(this.desk.agencies(csv))).containsExactly(3, 0, 0);
		assertThat(counts(this.desk.agencies(csv))).containsExactly(0, 3, 0);
		assertThat(server.sql.queryForObject("select payload ->> 'parent' from log.events where stream_id = ?",
				String.class, "agency:P" + this.desk.d + "-t"))
			.isEqualTo("P" + this.desk.d + "-x");
		JsonNode other = this.desk.agencies(csv.replace("某镇", "某乡"));
		assertThat(counts(other)).containsExactly(0, 2, 1);
		assertThat(findings(other)).containsExactly("2 机关名称 import-conflict");
	}

	@Test
	void agencies_in_a_circle_double_or_without_a_parent_are_refused_and_others_stand() {
		String own = this.desk.d.toLowerCase(Locale.ROOT);
		JsonNode end = this.desk.agencies("""
				code,name,kind,parent,registered_on
				{n}-a,甲,county,{n}-b,
				{n}-b,乙,county,{n}-a,
				{n}-c,丙,county,nowhere,
				{n}-d,丁,county,{n}-c,
				{n}-e,戊,county,,2020-01-01
				{n}-f,己,county,,
				{n}-f,己,county,,
				x y,庚,county,,
				{n}-g,辛,kingdom,,
				""".replace("{n}", own));

		assertThat(counts(end)).containsExactly(1, 0, 8);
		assertThat(findings(end)).containsExactlyInAnyOrder("2 parent agency-cycle", "3 parent agency-cycle",
				"4 parent unknown-agency", "5 parent unknown-agency", "7 code import-duplicate",
				"8 code import-duplicate", "9 code malformed", "10 kind import-cell");
		assertThat(this.desk.events("agency:" + own + "-e")).hasSize(1);
	}

	@Test
	void a_dry_run_of_agencies_records_none() {
		long before = server.events();

		JsonNode end = this.desk.send("agencies", "&dryRun=true",
				"code,name,kind,parent\nz-1,甲,county,\nz-2,乙,township,z-1\n".getBytes(StandardCharsets.UTF_8));

		assertThat(counts(end)).containsExactly(2, 0, 0);
		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void a_call_that_cannot_be_an_import_is_refused_at_once() {
		String register = "/api/imports/applications?fileName=a.csv";
		assertThat(server.send(register + "&opening=2024-02-01", new byte[0]).body())
			.contains("ledger-opens-on-new-years-day");
		assertThat(server.send("/api/imports/applications", new byte[0]).statusCode()).isEqualTo(400);
		assertThat(server.send(register, new byte[Uploads.LONGEST_FILE + 1]).statusCode()).isEqualTo(413);
		assertThat(server.get("/api/imports/none").statusCode()).isEqualTo(404);
		assertThat(server.get("/api/imports/none").body()).contains("unknown-import");
	}

	@Test
	void imports_are_described() {
		JsonNode api = EventJson.mapper().readTree(server.get("/v3/api-docs/commands").body());

		assertThat(List.copyOf(api.path("paths").propertyNames())).contains("/api/imports/applications",
				"/api/imports/agencies", "/api/imports/{id}");
		assertThat(api.at("/paths/~1api~1imports~1applications/post/requestBody/content").propertyNames())
			.containsExactly("application/octet-stream");
	}

	private XSSFSheet register(XSSFWorkbook workbook) {
		XSSFSheet sheet = workbook.createSheet();
		String[][] rows = { ImportDesk.HEADER.split(","), this.desk.row("1").split(",", -1) };
		for (int number = 0; number < rows.length; number++) {
			Row row = sheet.createRow(number);
			for (int place = 0; place < rows[number].length; place++) {
				row.createCell(place).setCellValue(rows[number][place]);
			}
		}
		return sheet;
	}

	private String refusedHeader(String csv) {
		return refused("applications", csv.getBytes(StandardCharsets.UTF_8), "import-header").at("/problem/detail")
			.asString();
	}

	private JsonNode refused(String what, byte[] file, String code) {
		long before = server.events();
		JsonNode end = this.desk.send(what, "", file);
		assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("failed");
		assertThat(end.at("/problem/code").asString()).isEqualTo(code);
		assertThat(server.events()).isEqualTo(before);
		return end;
	}

}
