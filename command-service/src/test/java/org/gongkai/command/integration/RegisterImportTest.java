package org.gongkai.command.integration;

import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.command.CommandServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.command.integration.ImportDesk.counts;
import static org.gongkai.command.integration.ImportDesk.findings;
import static org.gongkai.command.integration.ImportDesk.granted;

class RegisterImportTest {

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
	void a_row_becomes_the_acts_it_tells_of_in_the_order_of_their_days() {
		JsonNode end = this.desk.rows("",
				this.desk.row("1", "third_party_asked_on=2024-03-11", "third_party_answered_on=2024-03-20",
						"extended_on=2024-03-15", "extension_days=20", "correction_notified_on=2024-03-05",
						"correction_due_on=2024-03-12", "correction_supplied_on=2024-03-08", "outcome=denied_4",
						"concluded_on=2024-04-01", "reply_no=（2024）第1号"));

		assertThat(counts(end)).containsExactly(1, 0, 0);
		assertThat(this.desk.events(this.desk.d + "/1")).containsExactly("application.ApplicationReceived",
				"application.CorrectionRequested", "application.CorrectionSupplied", "application.ThirdPartyConsulted",
				"application.DeadlineExtended", "application.ThirdPartyOpinionRecorded",
				"application.ApplicationDecided");
		assertThat(this.desk.server.sql
			.queryForList("select distinct metadata ->> 'via' || ' ' || (metadata ->> 'importFile') || ' '"
					+ " || (metadata ->> 'importRow') || ' ' || (metadata ->> 'actor') from log.events where stream_id = ?",
					String.class, this.desk.d + "/1"))
			.containsExactly("import 台账.csv 2 王科员");
	}

	@Test
	void a_case_is_closed_by_the_act_that_belongs_to_its_outcome() {
		JsonNode end = this.desk.rows("",
				this.desk.row("1", "correction_notified_on=2024-03-05", "correction_due_on=2024-03-12",
						"outcome=other_1", "concluded_on=2024-03-13"),
				this.desk.row("2", "fee_notified_on=2024-03-05", "fee_yuan=100", "outcome=逾期不缴费",
						"concluded_on=2024-04-30"),
				this.desk.row("3", "outcome=其他", "concluded_on=2024-03-06"), this.desk.row("4"));

		assertThat(counts(end)).containsExactly(4, 0, 0);
		assertThat(this.desk.events(this.desk.d + "/1")).endsWith("application.CorrectionLapsed");
		assertThat(this.desk.events(this.desk.d + "/2")).endsWith("application.FeeLapsed");
		assertThat(this.desk.events(this.desk.d + "/3")).endsWith("application.ApplicationWithdrawn");
		assertThat(this.desk.events(this.desk.d + "/4")).containsExactly("application.ApplicationReceived");
	}

	@Test
	void the_registers_of_two_real_offices_are_taken_without_a_refusal() {
		this.desk.agencies("code,name,kind,parent\n320813,洪泽区人民政府,district,\n321322-fg,沭阳县发展和改革局,department,\n");

		assertThat(counts(this.desk.resource("", "hongze_district_2023.csv"))).containsExactly(21, 0, 0);
		assertThat(counts(this.desk.resource("", "shuyang_drc_2023.csv"))).containsExactly(26, 0, 0);
	}

	@Test
	void a_row_becomes_the_review_and_the_lawsuit_that_it_tells_of() {
		String row = this.desk.row("1", "outcome=denied_6", "concluded_on=2024-03-20", "review_filed_on=2024-03-25",
				"review_outcome=维持", "review_concluded_on=2024-05-06", "lawsuit_kind=after_review",
				"lawsuit_filed_on=2024-05-10", "lawsuit_outcome=corrected", "lawsuit_concluded_on=2024-06-20");
		String begun = this.desk.row("2", "review_filed_on=2024-04-08");

		assertThat(counts(this.desk.rows("", row, begun))).containsExactly(2, 0, 0);
		assertThat(told("review", "1")).containsExactly("review.ReviewFiled reply", "review.ReviewConcluded");
		assertThat(told("lawsuit", "1")).containsExactly("review.LawsuitFiled reply review:" + this.desk.d + "/1",
				"review.LawsuitConcluded");
		assertThat(told("review", "2")).containsExactly("review.ReviewFiled inaction");

		assertThat(counts(this.desk.rows("", row, begun))).containsExactly(0, 2, 0);
		assertThat(counts(this.desk.rows("", this.desk.row("2", "review_filed_on=2024-04-08", "review_outcome=其他",
				"review_concluded_on=2024-05-07"))))
			.containsExactly(1, 0, 0);
		assertThat(
				findings(this.desk.rows("",
						this.desk.row("2", "review_filed_on=2024-04-08", "review_outcome=维持",
								"review_concluded_on=2024-05-07"),
						this.desk.row("3", "review_filed_on=2024-03-01"))))
			.containsExactly("2 review_outcome import-conflict", "3 review_filed_on before-receipt");
	}

	/// The entries of a dispute about an application: name, what is attacked, the review
	/// before.
	private List<String> told(String kind, String applicationNo) {
		return this.desk.server.sql.queryForList(
				"select concat_ws(' ', name, payload ->> 'against', payload ->> 'reviewId') from log.events"
						+ " where stream_id = ? order by sequence",
				String.class, kind + ":" + this.desk.d + "/" + applicationNo);
	}

	@Test
	void a_refused_row_leaves_no_trace_and_its_neighbours_stand() {
		JsonNode end = this.desk.rows("", this.desk.row("1", granted("2024-03-20")),
				this.desk.row("2", "extended_on=2024-03-15", "extension_days=21", "outcome=granted",
						"concluded_on=2024-04-20"),
				this.desk.row("3", granted("2024-03-20")), this.desk.row("4", granted("2024-03-01")),
				this.desk.row("5", "agency=X"), this.desk.row("6", granted("2099-01-01")));

		assertThat(counts(end)).containsExactly(2, 0, 4);
		assertThat(findings(end)).containsExactly("3 extension_days extension-too-long",
				"5 concluded_on before-receipt", "6 agency unknown-agency", "7 concluded_on future-day");
		assertThat(end.at("/findings/0/zh").asString()).isEqualTo("延长的期限为1至20个工作日");
		assertThat(end.at("/findings/0/article").asString()).isEqualTo("条例第三十三条");
		assertThat(this.desk.events(this.desk.d + "/1")).hasSize(2);
		assertThat(this.desk.events(this.desk.d + "/2")).isEmpty();
		assertThat(this.desk.events(this.desk.d + "/3")).hasSize(2);
		assertThat(this.desk.events(this.desk.d + "/4")).isEmpty();
	}

	@Test
	void a_refusal_names_the_cell_that_it_stems_from() {
		JsonNode end = this.desk.rows("", this.desk.row("1", "outcome=denied_4", "concluded_on=2024-03-20"),
				this.desk.row("2", "outcome=unavailable_3", "concluded_on=2024-03-20"),
				this.desk.row("3", "outcome=not_processed_4", "concluded_on=2024-03-20"),
				this.desk.row("4", "correction_supplied_on=2024-03-20"), this.desk.row("5", "fee_paid_on=2024-03-20"),
				this.desk.row("6", "submitted_on=2024-03-03"),
				this.desk.row("7", "correction_notified_on=2024-03-11", "correction_due_on=2024-03-11"),
				this.desk.row("8", "extended_on=2024-03-25", "extension_days=5", "outcome=granted",
						"concluded_on=2024-03-20"),
				this.desk.row("9", "outcome=granted"), this.desk.row("10", "extended_on=2024-03-15"));

		assertThat(findings(end)).containsExactlyInAnyOrder("2 third_party_asked_on third-party-not-consulted",
				"3 correction_supplied_on correction-not-supplied", "4 reasons_asked_on reasons-not-asked",
				"5 correction_notified_on correction-not-requested", "6 fee_notified_on fee-not-notified",
				"7 received_on receipt-day", "8 correction_due_on correction-term", "9 extended_on already-concluded",
				"10 concluded_on import-cell", "11 extension_days import-cell");
	}

	@Test
	void a_dry_run_judges_alike_and_records_nothing() {
		long before = this.desk.server.events();

		JsonNode end = this.desk.rows("&dryRun=true", this.desk.row("1", granted("2024-03-20")),
				this.desk.row("2", "extended_on=2024-03-15", "extension_days=21"));

		assertThat(counts(end)).containsExactly(1, 0, 1);
		assertThat(end.path("dryRun").asBoolean()).isTrue();
		assertThat(findings(end)).containsExactly("3 extension_days extension-too-long");
		assertThat(this.desk.server.events()).isEqualTo(before);
	}

	@Test
	void the_same_file_again_changes_nothing() {
		String[] rows = { this.desk.row("1", granted("2024-03-20")),
				this.desk.row("2", "outcome=other_3", "concluded_on=2024-03-20"),
				this.desk.row("3", "third_party_asked_on=2024-03-11", "third_party_answered_on=2024-03-20") };
		assertThat(counts(this.desk.rows("", rows))).containsExactly(3, 0, 0);
		long before = this.desk.server.events();

		assertThat(counts(this.desk.rows("", rows))).containsExactly(0, 3, 0);
		assertThat(this.desk.server.events()).isEqualTo(before);
	}

	@Test
	void a_case_that_was_open_goes_on_where_the_record_stands() {
		this.desk.rows("", this.desk.row("1", "third_party_asked_on=2024-03-11"));

		JsonNode end = this.desk.rows("", this.desk.row("1", "third_party_asked_on=2024-03-11",
				"third_party_answered_on=2024-03-20", "outcome=denied_4", "concluded_on=2024-04-01"));

		assertThat(counts(end)).containsExactly(1, 0, 0);
		assertThat(this.desk.events(this.desk.d + "/1")).containsExactly("application.ApplicationReceived",
				"application.ThirdPartyConsulted", "application.ThirdPartyOpinionRecorded",
				"application.ApplicationDecided");
		assertThat(counts(this.desk.rows("", this.desk.row("1", "third_party_asked_on=2024-03-11"))))
			.as("an older file has nothing to add")
			.containsExactly(0, 1, 0);
	}

	@Test
	void a_row_that_contradicts_the_record_is_refused_at_the_first_cell_that_differs() {
		this.desk.rows("", this.desk.row("1", "outcome=granted", "concluded_on=2024-03-20", "reply_no=1号"));

		JsonNode end = this.desk.rows("",
				this.desk.row("1", "outcome=partly_granted", "concluded_on=2024-03-21", "reply_no=1号"));
		assertThat(findings(end)).containsExactly("2 outcome import-conflict");
		assertThat(end.at("/findings/0/en").asString()).contains("granted");
		JsonNode name = this.desk.rows("",
				this.desk.row("1", "applicant_name=某甲", "outcome=granted", "concluded_on=2024-03-20"));
		assertThat(findings(name)).containsExactly("2 applicant_name import-conflict");
		assertThat(name.path("findings").toString()).doesNotContain("某甲").doesNotContain("申请人1");
		assertThat(this.desk.events(this.desk.d + "/1")).hasSize(2);
	}

	@Test
	void what_a_partial_import_left_is_completed_by_the_same_file() {
		String[] rows = IntStream.rangeClosed(1, 450)
			.mapToObj((number) -> this.desk.row(Integer.toString(number), granted("2024-03-20")))
			.toArray(String[]::new);
		this.desk.rows("", java.util.Arrays.copyOf(rows, 230));
		this.desk.server.restart();

		assertThat(counts(this.desk.rows("", rows))).containsExactly(220, 230, 0);
		assertThat(this.desk.server.sql.queryForObject("select count(*) from log.events where stream_id like ?",
				Long.class, this.desk.d + "/%"))
			.isEqualTo(900);
	}

	@Test
	void only_rows_of_the_past_that_lack_their_procedure_are_marked_historical() {
		String[] rows = { this.desk.row("1", granted("2024-03-20")),
				this.desk.row("2", "outcome=denied_4", "concluded_on=2024-03-20"),
				this.desk.row("3", "outcome=other_1", "concluded_on=2024-03-20"),
				this.desk.row("4", "outcome=not_processed_4", "concluded_on=2024-03-01") };
		assertThat(counts(this.desk.rows("&historical=true&dryRun=true", rows))).containsExactly(3, 0, 1);

		JsonNode end = this.desk.rows("&historical=true", rows);

		assertThat(counts(end)).containsExactly(3, 0, 1);
		assertThat(findings(end)).containsExactly("5 concluded_on before-receipt");
		assertThat(this.desk.server.sql.queryForList(
				"select stream_id from log.events where payload ->> 'historical' = 'true' and stream_id like ? order by 1",
				String.class, this.desk.d + "/%"))
			.containsExactly(this.desk.d + "/2", this.desk.d + "/3");
		assertThat(counts(this.desk.rows("&historical=true", rows))).containsExactly(0, 3, 1);
	}

	@Test
	void an_opening_list_opens_the_ledger_and_has_only_cases_that_were_open_then() {
		JsonNode end = this.desk.rows("&opening=2024-01-01",
				this.desk.row("1", "agency=" + this.desk.e, "submitted_on=2023-12-20", "received_on=2023-12-20"),
				this.desk.row("2", "agency=" + this.desk.e, "submitted_on=2023-12-20", "received_on=2023-12-20",
						"outcome=granted", "concluded_on=2023-12-29"),
				this.desk.row("3", "agency=" + this.desk.e),
				this.desk.row("4", "submitted_on=2024-01-01", "received_on=2024-01-01"));

		assertThat(counts(end)).containsExactly(1, 0, 3);
		assertThat(findings(end)).containsExactly("3 concluded_on before-ledger", "4 received_on opening-list",
				"5 received_on opening-list");
		assertThat(this.desk.events("agency:" + this.desk.e)).containsExactly("agency.AgencyRegistered",
				"agency.LedgerOpened");
		assertThat(this.desk.events("agency:" + this.desk.d)).as("of D nothing was taken")
			.containsExactly("agency.AgencyRegistered");
		assertThat(findings(this.desk.rows("&opening=2023-01-01",
				this.desk.row("5", "agency=" + this.desk.e, "submitted_on=2022-12-20", "received_on=2022-12-20"))))
			.containsExactly("2 agency ledger-already-opened");
	}

	@Test
	void an_outcome_of_a_dispute_is_one_of_table_four() {
		JsonNode end = this.desk.rows("", this.desk.row("1", "outcome=granted", "concluded_on=2024-03-20",
				"review_filed_on=2024-04-01", "review_outcome=won", "review_concluded_on=2024-05-01"));

		assertThat(findings(end)).containsExactly("2 review_outcome import-cell");
		assertThat(end.at("/findings/0/zh").asString()).contains("维持、纠正、其他");
	}

}
