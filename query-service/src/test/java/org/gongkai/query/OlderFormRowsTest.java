package org.gongkai.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.log.EventForms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Read tables of a log that an older version began, which called the day of receipt `arrivedOn`.
class OlderFormRowsTest {

	private static final String NAME = "application.ApplicationReceived";

	private static final EventForms FORMS = new EventForms(Map.of(NAME, List.of((older) -> {
		older.set("receivedOn", older.remove("arrivedOn"));
		return older;
	})));

	@Test
	void a_case_of_the_older_form_is_shown_and_counted_live_and_rebuilt() {
		try (QueryServer server = new QueryServer(FORMS)) {
			server.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, LocalDate.parse("2000-01-01")));
			server.recordAsWritten("T/1", NAME, "1",
					"""
							{"applicationId":"T/1","agency":"T","applicationNo":"1","applicantKind":"natural_person","channel":"online",\
							"submittedOn":"2023-03-01","arrivedOn":"2023-03-02","historical":false,"personal":{}}""");
			server.recordAsWritten("T/2", NAME, "3",
					"""
							{"applicationId":"T/2","agency":"T","applicationNo":"2","applicantKind":"natural_person","channel":"online",\
							"submittedOn":"2023-03-01","receivedOn":"2023-03-03","historical":false,"personal":{}}""");
			JsonNode first = server.get("/api/application?id=T/1").path("application");
			JsonNode live = server.get("/api/reports/T/2023").path("table3");

			assertThat(server.call("POST", "/api/projections/all/rebuild").statusCode()).isEqualTo(200);

			assertThat(first.path("receivedOn").asString("")).isEqualTo("2023-03-02");
			assertThat(live.path("new").path(0).asInt()).isEqualTo(2);
			assertThat(server.get("/api/application?id=T/1").path("application")).isEqualTo(first);
			assertThat(server.get("/api/application?id=T/2").path("application").path("receivedOn").asString(""))
				.isEqualTo("2023-03-03");
			assertThat(server.get("/api/reports/T/2023").path("table3")).isEqualTo(live);
		}
	}

}
