package org.gongkai.query;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Personal;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Text as the query-service is asked for it.
class TextQueryTest {

	private static final LocalDate DAY = LocalDate.of(2024, 3, 4);

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("T", "某镇", AgencyKind.TOWNSHIP, null, LocalDate.of(2018, 1, 1)),
				received("e\u0301"), received("\u00FC"));
		server.get("/api/status");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "T/e%CC%81", "T/%C3%A9" })
	void a_record_whose_number_is_stored_in_another_form_is_found_in_every_form(String id) {
		assertThat(server.get("/api/application?id=" + id).findValue("applicationId").asString())
			.isEqualTo("T/e\u0301");
		assertThat(server.call("GET", "/applications/show?id=" + id).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "T/u%CC%88", "T/%C3%BC" })
	void a_record_in_nfc_is_found_in_every_form(String id) {
		assertThat(server.get("/api/application?id=" + id).findValue("applicationId").asString()).isEqualTo("T/\u00FC");
	}

	@Test
	void words_are_found_in_every_form() {
		assertThat(server.search("/api/applications/search", "q=u%CC%88").path("items")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%00", "a%1Bb", "%ED%A0%80", "%FF", "%C3", "%EF%BF%BE", "%EF%BF%BD" })
	void what_is_no_text_is_refused_by_parameter(String text) {
		for (String path : List.of("/api/application?id=", "/api/documents?q=", "/api/disclosure/history?stream=",
				"/api/applications?agency=", "/api/sightings?person=", "/api/audit/findings?record=")) {
			HttpResponse<String> answer = server.call("GET", path + text);
			assertThat(answer.statusCode()).as(path + text + " " + answer.body()).isEqualTo(400);
			JsonNode problem = EventJson.mapper().readTree(answer.body());
			assertThat(problem.path("code").asString()).as(path + text).startsWith("text-");
			assertThat(problem.path("field").asString())
				.isEqualTo(path.substring(path.indexOf('?') + 1, path.length() - 1));
			assertThat(problem.path("title").asString()).contains("字");
		}
		for (String path : List.of("/applications?q=", "/applications/show?id=", "/sightings?record=")) {
			assertThat(server.call("GET", path + text).statusCode()).as(path + text).isEqualTo(400);
		}
		assertThat(server.search("/api/applications/search", "q=" + text).path("code").asString()).startsWith("text-");
	}

	private static ApplicationReceived received(String number) {
		return new ApplicationReceived("T/" + number, "T", number, ApplicantKind.NATURAL_PERSON, Channel.ORAL, DAY, DAY,
				false, new Personal("张三", null, null, null, null, null, null, null));
	}

}
