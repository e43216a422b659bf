package org.gongkai.command;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.gongkai.command.report.Numbers;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.report.CarriedCase;
import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township T published 2023 with two applications, T/1 granted and T/2 carried out.
class PublishedReportsTest {

	private static final String GRANT = """
			{"applicationId": "T/2", "outcome": "granted", "decidedOn": "%s"}""";

	private final CommandServer server = new CommandServer(PublishedReportsTest::numbers);

	@BeforeEach
	void publish() {
		accepted("register-agency", """
				{"code": "T", "name": "某镇人民政府", "kind": "township", "registeredOn": "2000-01-01"}""");
		for (int number = 1; number <= 2; number++) {
			accepted("receive-application",
					"""
							{"agency": "T", "applicationNo": "%d", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2023-12-04", "receivedOn": "2023-12-04"}"""
						.formatted(number));
		}
		accepted("decide-application", """
				{"applicationId": "T/1", "outcome": "granted", "decidedOn": "2023-12-20"}""");
		accepted("open-report", """
				{"reportId": "T/2023", "withSubordinates": false, "openedOn": "2024-01-04"}""");
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			accepted("write-section", """
					{"reportId": "T/2023", "section": "%s", "body": "正文。", "writtenOn": "2024-01-04"}"""
				.formatted(section));
		}
		accepted("submit-report", """
				{"reportId": "T/2023", "submittedOn": "2024-01-05"}""");
		accepted("approve-report", """
				{"reportId": "T/2023", "approvedOn": "2024-01-05"}""");
		accepted("publish-report", """
				{"reportId": "T/2023", "publishedOn": "2024-01-06"}""");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void a_preview_names_report_row_column_from_and_to_and_records_nothing() {
		long before = this.server.events();

		HttpResponse<String> preview = this.server.post("decide-application/preview", GRANT.formatted("2023-12-29"));

		assertThat(preview.statusCode()).isEqualTo(200);
		JsonNode changes = EventJson.mapper().readTree(preview.body()).path("changes");
		assertThat(changes).extracting(PublishedReportsTest::words)
			.containsExactly("T/2023 3 granted natural_person 1: 1 -> 2", "T/2023 3 granted total 1: 1 -> 2",
					"T/2023 3 total natural_person 1: 1 -> 2", "T/2023 3 total total 1: 1 -> 2",
					"T/2023 3 carried_out natural_person 1: 1 -> 0", "T/2023 3 carried_out total 1: 1 -> 0");
		assertThat(this.server.events()).isEqualTo(before);
	}

	@Test
	void what_changes_a_published_number_is_refused_without_a_reason() {
		long before = this.server.events();

		HttpResponse<String> refused = this.server.post("decide-application", GRANT.formatted("2023-12-29"));

		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("\"changes-published\"", "条例第五十条", "\"carried_out\"");
		assertThat(this.server.events()).isEqualTo(before);
	}

	@Test
	void with_a_reason_it_is_recorded_and_the_reason_stays_with_the_event() {
		HttpResponse<String> accepted = this.server.post("decide-application", GRANT.formatted("2023-12-29"),
				"Gongkai-Reason", "%E6%BC%8F%E7%99%BB");

		assertThat(accepted.statusCode()).isEqualTo(200);
		assertThat(this.server.sql.queryForObject("""
				select metadata->>'reason' from log.events where stream_id = 'T/2' order by sequence desc limit 1""",
				String.class))
			.isEqualTo("漏登");
	}

	@Test
	void what_leaves_the_published_numbers_alone_needs_no_reason() {
		assertThat(this.server.post("decide-application/preview", GRANT.formatted("2024-01-08")).body())
			.contains("\"changes\":[]");
		accepted("decide-application", GRANT.formatted("2024-01-08"));
	}

	private void accepted(String command, String json) {
		HttpResponse<String> reply = this.server.post(command, json);
		assertThat(reply.statusCode()).as(command + " " + reply.body()).isEqualTo(200);
	}

	private static String words(JsonNode change) {
		return "%s %d %s %s %d: %d -> %d".formatted(change.path("reportId").asString(), change.path("table").asInt(),
				change.path("row").asString(), change.path("column").asString(), change.path("published").asInt(),
				change.path("from").asInt(), change.path("to").asInt());
	}

	private static Numbers.Figures numbers(Object report, boolean withSubordinates, Long position) {
		TableThree table = TableThree.EMPTY.add(Row.NEW, ApplicantKind.NATURAL_PERSON, 2)
			.add(Row.GRANTED, ApplicantKind.NATURAL_PERSON, 1)
			.add(Row.CARRIED_OUT, ApplicantKind.NATURAL_PERSON, 1);
		return new Numbers.Figures(5,
				new ReportContent("某镇人民政府", "2021", List.of("T"), List.of(), table.asMap(TableThreeForm.FORM_2021),
						List.of(), "", Map.of(), Map.of(), List.of(),
						List.of(new CarriedCase("T/2", ApplicantKind.NATURAL_PERSON)), null));
	}

}
