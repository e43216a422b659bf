package org.gongkai.query.report;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.log.EventJson;
import org.gongkai.query.QueryServer;
import org.gongkai.statute.report.Definition;
import org.gongkai.statute.report.Definitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(agency("T1"), agency("T2"));
		server.record(received("T1/1", "T1", "2021-12-20"), received("T1/2", "T1", "2022-03-01"),
				received("T1/3", "T1", "2022-03-02"), received("T2/1", "T2", "2022-05-05"),
				new ApplicationWithdrawn("T1/1", LocalDate.parse("2022-01-05"), "不再需要"),
				decided("T1/2", Outcome.DENIED_4, "2022-03-20"),
				new ApplicationWithdrawn("T2/1", LocalDate.parse("2022-05-20"), "不再需要"),
				new EntryStruck("T1/3", LocalDate.parse("2022-03-03"), 0, "重复登记"));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_definition_is_data_that_reads_back_as_it_was_written() {
		assertThat(server.get("/api/definitions").at("/definitions")).hasSize(2);
		String written = server.call("GET", "/api/definitions/2021").body();

		assertThat(EventJson.mapper().readValue(written, Definition.class)).isEqualTo(Definitions.get("2021"));
		assertThat(written).contains("\"years\":[{\"from\":2021}]",
				"{\"key\":\"other_3\",\"number\":\"3.\",\"label\":\"其他\",\"heading\":\"（六）其他处理\","
						+ "\"counts\":\"outcomes\",\"outcomes\":[\"other_3\"]}");
	}

	@Test
	void the_form_of_2019_over_2022_names_the_cells_and_the_cases_of_every_office() {
		JsonNode rehearsed = rehearse("?from=2022&to=2022", form("2019"));

		assertThat(rehearsed.at("/version").asString()).isEqualTo("2019");
		assertThat(rehearsed.at("/counted/cases").asInt()).isEqualTo(3);
		assertThat(lines(rehearsed.at("/cells"))).containsExactly(
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"other_3\",\"column\":\"natural_person\",\"from\":1,\"onlyIn\":\"in_force\"}",
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"other_3\",\"column\":\"total\",\"from\":1,\"onlyIn\":\"in_force\"}",
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"other_aggregate\",\"column\":\"natural_person\",\"to\":1,\"onlyIn\":\"rehearsed\"}",
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"other_aggregate\",\"column\":\"total\",\"to\":1,\"onlyIn\":\"rehearsed\"}",
				"{\"agency\":\"T2\",\"year\":2022,\"row\":\"other_3\",\"column\":\"natural_person\",\"from\":1,\"onlyIn\":\"in_force\"}",
				"{\"agency\":\"T2\",\"year\":2022,\"row\":\"other_3\",\"column\":\"total\",\"from\":1,\"onlyIn\":\"in_force\"}",
				"{\"agency\":\"T2\",\"year\":2022,\"row\":\"other_aggregate\",\"column\":\"natural_person\",\"to\":1,\"onlyIn\":\"rehearsed\"}",
				"{\"agency\":\"T2\",\"year\":2022,\"row\":\"other_aggregate\",\"column\":\"total\",\"to\":1,\"onlyIn\":\"rehearsed\"}");
		assertThat(lines(rehearsed.at("/cases"))).hasSize(2)
			.contains("{\"id\":\"T1/1\",\"agency\":\"T1\",\"year\":2022,"
					+ "\"from\":{\"row\":\"other_3\",\"column\":\"natural_person\"},"
					+ "\"to\":{\"row\":\"other_aggregate\",\"column\":\"natural_person\"}}");
		assertThat(rehearsed.at("/identities")).hasSize(2)
			.allSatisfy((identity) -> assertThat(identity.at("/holds").asBoolean()).isTrue());
	}

	@Test
	void without_years_it_is_rehearsed_over_those_it_is_bound_to() {
		assertThat(rehearse("", form("2019")).at("/cells")).isEmpty();
		assertThat(rehearse("", form("2019").replace("\"to\":2020", "\"to\":2022")).at("/cells")).hasSize(8);
		assertThat(rehearse("", form("2021")).at("/cells")).isEmpty();
	}

	@Test
	void one_office_alone() {
		JsonNode rehearsed = rehearse("?agency=T2&from=2022", form("2019"));

		assertThat(rehearsed.at("/counted/agencies").asInt()).isEqualTo(1);
		assertThat(rehearsed.at("/counted/cases").asInt()).isEqualTo(1);
		assertThat(rehearsed.at("/cells")).hasSize(4);
	}

	@Test
	void a_rehearsed_number_is_the_number_of_the_report() {
		JsonNode row = server.get("/api/reports/T1/2022").at("/table3/denied_4");
		JsonNode rehearsed = rehearse("?agency=T1",
				form("2021").replace("\"outcomes\":[\"denied_4\"]", "\"outcomes\":[]")
					.replace("\"outcomes\":[\"granted\"]", "\"outcomes\":[\"granted\",\"denied_4\"]"));

		assertThat(lines(rehearsed.at("/cells"))).contains(
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"denied_4\",\"column\":\"total\",\"from\":"
						+ row.get(6).asInt() + ",\"to\":0}",
				"{\"agency\":\"T1\",\"year\":2022,\"row\":\"granted\",\"column\":\"total\",\"from\":0,\"to\":1}");
	}

	@Test
	void what_is_not_well_formed_is_refused_before_anything_is_counted() {
		problem(form("2021").replace("[\"denied_4\"]", "[]"), "definition-outcome",
				"the outcome denied_4 falls in no row");
		problem(form("2021").replace("[\"granted\"]", "[\"granted\",\"denied_4\"]"), "definition-outcome",
				"the outcome denied_4 falls in more than one row: [granted, denied_4]");
		problem(form("2021").replace("[\"research\"]", "[]"), "definition-applicant-kind",
				"the kind of applicant research falls in no column");
		problem(form("2021").replace("\"key\":\"other_2\"", "\"key\":\"other_1\""), "definition-row",
				"the row other_1 stands there twice");
		problem(form("2021").replace("[{\"from\":2021}]", "[{\"from\":2021},{\"from\":2022,\"to\":2023}]"),
				"definition-years", "the year 2022 is in two of the spans");
		problem(form("2021").replace("[\"denied_4\"]", "[\"denied_9\"]"), "malformed",
				"rows.7.outcomes.0 has the wrong form or is unknown near line 1");
		problem(form("2021").replace("\"counts\":\"new\",", ""), "malformed", "the row new has no counts");
		problem("{\"version\"", "malformed", "the definition is not JSON near line 1");
		problem("null", "malformed", "the body is empty");
	}

	@Test
	void questions_that_cannot_be_answered_say_why() {
		server.get("/api/status");

		assertThat(server.call("GET", "/api/definitions/2020").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/api/definitions/2020").body()).contains("unknown-definition", "[2019, 2021]");
		assertThat(server.post("/api/definitions/rehearsal?agency=none", form("2021")).body())
			.contains("unknown-agency");
		assertThat(server.post("/api/definitions/rehearsal?from=2023&to=2022", form("2021")).body())
			.contains("definition-years", "the years run backwards");
	}

	private static JsonNode rehearse(String question, String definition) {
		HttpResponse<String> reply = server.post(
				"/api/definitions/rehearsal" + question + (question.isEmpty() ? "?" : "&") + "fresh=true", definition);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
		return EventJson.mapper().readTree(reply.body());
	}

	private static void problem(String definition, String code, String sentence) {
		HttpResponse<String> reply = server.post("/api/definitions/rehearsal", definition);
		JsonNode problem = EventJson.mapper().readTree(reply.body());

		assertThat(problem.at("/code").asString()).isEqualTo(code);
		assertThat(problem.at("/detail").asString()).isEqualTo(sentence);
		assertThat(reply.statusCode()).isEqualTo(400);
	}

	private static String form(String version) {
		return EventJson.mapper().writeValueAsString(Definitions.get(version));
	}

	private static List<String> lines(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).map(JsonNode::toString).toList();
	}

	private static AgencyRegistered agency(String code) {
		return new AgencyRegistered(code, "机关" + code, AgencyKind.TOWNSHIP, null, LocalDate.parse("2000-01-01"));
	}

	private static ApplicationReceived received(String id, String agency, String day) {
		LocalDate on = LocalDate.parse(day);
		return new ApplicationReceived(id, agency, id.substring(id.indexOf('/') + 1), ApplicantKind.NATURAL_PERSON,
				Channel.IN_PERSON, on, on, false, new Personal("李某", null, null, null, null, "某项目", null, null));
	}

	private static ApplicationDecided decided(String id, Outcome outcome, String day) {
		return new ApplicationDecided(id, outcome, LocalDate.parse(day), "〔2022〕1号", null, List.of(), null);
	}

}
