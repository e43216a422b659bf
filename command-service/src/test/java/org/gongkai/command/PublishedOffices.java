package org.gongkai.command;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.gongkai.command.report.Numbers;
import org.gongkai.command.report.ReportId;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.TableTwoLine;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableFour;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The county C, under it the township T, and beside both the township O. T has two applications of 2023, T/1 granted and T/2
/// open. Whatever is asked, the tables hold those two, one document in force, 13 penalties, 0.19 of fees and two pending reviews,
/// of which one was carried in.
final class PublishedOffices implements AutoCloseable {

	private static final List<String> SECTIONS = List.of("proactive_disclosure", "applications",
			"information_management", "platform", "supervision", "problems", "other_matters");

	final CommandServer server = new CommandServer(new Tables());

	PublishedOffices() {
		accepted("register-agency", """
				{"code": "C", "name": "某县人民政府", "kind": "county", "registeredOn": "2000-01-01"}""");
		accepted("register-agency", """
				{"code": "T", "name": "某镇人民政府", "kind": "township", "parent": "C", "registeredOn": "2000-01-01"}""");
		accepted("register-agency", """
				{"code": "O", "name": "邻镇人民政府", "kind": "township", "registeredOn": "2000-01-01"}""");
		received("1");
		received("2");
		accepted("decide-application", """
				{"applicationId": "T/1", "outcome": "granted", "decidedOn": "2023-12-20"}""");
	}

	/// Publishes a report from opening to end.
	PublishedOffices publish(String report, boolean withSubordinates) {
		accepted("open-report", """
				{"reportId": "%s", "withSubordinates": %s, "openedOn": "2024-01-04"}""".formatted(report,
				withSubordinates));
		for (String section : SECTIONS) {
			accepted("write-section", """
					{"reportId": "%s", "section": "%s", "body": "正文。", "writtenOn": "2024-01-04"}""".formatted(report,
					section));
		}
		accepted("submit-report", "{\"reportId\": \"" + report + "\", \"submittedOn\": \"2024-01-05\"}");
		accepted("approve-report", "{\"reportId\": \"" + report + "\", \"approvedOn\": \"2024-01-05\"}");
		accepted("publish-report", "{\"reportId\": \"" + report + "\", \"publishedOn\": \"2024-01-06\"}");
		return this;
	}

	void received(String number) {
		accepted("receive-application",
				"""
						{"agency": "T", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2023-12-04", "receivedOn": "2023-12-04"}"""
					.formatted(number));
	}

	void accepted(String command, String json) {
		HttpResponse<String> reply = this.server.post(command, json);
		assertThat(reply.statusCode()).as(command + " " + reply.body()).isEqualTo(200);
	}

	/// Recorded for a reason, which stays with the last event of its stream.
	void acceptedBecause(String command, String json) {
		HttpResponse<String> reply = this.server.post(command, json, "Gongkai-Reason", "%E6%BC%8F%E7%99%BB");
		assertThat(reply.statusCode()).as(command + " " + reply.body()).isEqualTo(200);
		assertThat(reason(EventJson.mapper().readTree(reply.body()).path("stream").asString())).isEqualTo("漏登");
	}

	/// What a command would change, after it was found that it is refused without a
	/// reason
	/// and leaves nothing.
	List<String> refusedChanges(String command, String json) {
		long before = this.server.events();
		HttpResponse<String> refused = this.server.post(command, json);
		assertThat(refused.body()).contains("\"changes-published\"", "条例第五十条");
		assertThat(refused.statusCode()).isEqualTo(422);
		List<String> changes = words(EventJson.mapper().readTree(refused.body()).path("changes"));
		assertThat(preview(command, json)).isEqualTo(changes);
		assertThat(this.server.events()).isEqualTo(before);
		return changes;
	}

	List<String> preview(String command, String json) {
		HttpResponse<String> preview = this.server.post(command + "/preview", json);
		assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
		return words(EventJson.mapper().readTree(preview.body()).path("changes"));
	}

	/// Imports a file and waits until it is judged.
	JsonNode imported(String what, String csv, String... headers) {
		HttpResponse<String> reply = this.server.send("/api/imports/" + what + "?fileName=late.csv",
				csv.getBytes(StandardCharsets.UTF_8), headers);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
		String id = EventJson.mapper().readTree(reply.body()).path("id").asString();
		AtomicReference<JsonNode> end = new AtomicReference<>();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> EventJson.mapper().readTree(this.server.get("/api/imports/" + id).body()), (now) -> {
				end.set(now);
				return !now.path("state").asString().equals("running");
			});
		return end.get();
	}

	/// The reasons kept with the events of a stream, in order.
	List<String> reasons(String stream) {
		return this.server.sql.queryForList(
				"select metadata->>'reason' from log.events where stream_id = ? order by sequence", String.class,
				stream);
	}

	private @Nullable String reason(String stream) {
		return reasons(stream).getLast();
	}

	static List<String> words(JsonNode changes) {
		List<String> words = new ArrayList<>();
		changes.forEach((change) -> words.add("%s %d %s %s %s: %s -> %s".formatted(change.path("reportId").asString(),
				change.path("table").asInt(), change.path("row").asString(), change.path("column").asString(),
				change.path("published").asString(), change.path("from").asString(), change.path("to").asString())));
		return words;
	}

	@Override
	public void close() {
		this.server.close();
	}

	private static final class Tables implements Numbers {

		@Override
		public Figures of(ReportId report, boolean withSubordinates, @Nullable Long position) {
			return figures(report, 2);
		}

		@Override
		public Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes) {
			return figures(agency, (disputes == DisputeCounting.NEW_ONLY) ? 1 : 2);
		}

		private static Figures figures(ReportId report, int pending) {
			TableThree table3 = TableThree.EMPTY.add(Row.NEW, ApplicantKind.NATURAL_PERSON, 2)
				.add(Row.GRANTED, ApplicantKind.NATURAL_PERSON, 1)
				.add(Row.CARRIED_OUT, ApplicantKind.NATURAL_PERSON, 1);
			TableFour table4 = TableFour.EMPTY.add(DisputeBlock.REVIEW, DisputeResult.PENDING, pending);
			List<TableTwoLine> table2 = List.of(
					new TableTwoLine("regulations", 0, 0, 0, null, null, null, null, null, null, null, null, null),
					new TableTwoLine("normative_documents", 0, 0, 1, null, null, null, null, null, null, null, null,
							null),
					new TableTwoLine("licences", null, null, null, 0L, null, null, null, null, null, null, null, null),
					new TableTwoLine("penalties", null, null, null, 13L, null, null, null, null, null, null, null,
							null),
					new TableTwoLine("coercions", null, null, null, 0L, null, null, null, null, null, null, null, null),
					new TableTwoLine("fees", null, null, null, null, "0.19", null, null, null, null, null, null, null));
			return new Figures(5,
					new ReportContent("某机关", "2021", List.of("T"), table2,
							table3.asMap(TableThreeForm.of(report.year())), table4.cells(), "", Map.of(), Map.of(),
							List.of(), List.of(), null));
		}

	}

}
