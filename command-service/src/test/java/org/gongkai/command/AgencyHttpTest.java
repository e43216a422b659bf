package org.gongkai.command;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgencyHttpTest {

	private static CommandServer server;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		accepted("register-agency", agency("city", null));
		accepted("register-agency", agency("county", "city"));
		accepted("register-agency", agency("town", "county"));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void an_agency_is_registered_once_under_a_parent_that_exists() {
		refused("register-agency", agency("town", null), "agency-exists");
		refused("register-agency", agency("lost", "nowhere"), "unknown-agency");
		refused("register-agency", agency("a/b", null), "malformed");
	}

	@Test
	void nobody_is_responsible_for_itself_in_a_circle() {
		refused("reparent-agency", "{\"code\":\"city\",\"parent\":\"town\",\"movedOn\":\"2024-01-01\"}",
				"agency-cycle");
		refused("reparent-agency", "{\"code\":\"city\",\"parent\":\"city\",\"movedOn\":\"2024-01-01\"}",
				"agency-cycle");
		accepted("reparent-agency", "{\"code\":\"town\",\"parent\":\"city\",\"movedOn\":\"2024-01-01\"}");
	}

	@Test
	void a_closed_agency_takes_no_application_after_its_last_day() {
		accepted("register-agency", agency("closing", "city"));
		accepted("close-agency", "{\"code\":\"closing\",\"closedOn\":\"2024-03-31\"}");

		refused("receive-application", received("closing", "2024-04-01"), "agency-closed");
		accepted("receive-application", received("closing", "2024-03-31"));
		refused("rename-agency", "{\"code\":\"closing\",\"name\":\"新名\",\"renamedOn\":\"2024-05-01\"}",
				"agency-closed");
	}

	@Test
	void records_begin_on_a_new_year_s_day_once() {
		accepted("register-agency", agency("opening", "city"));
		refused("open-ledger", "{\"code\":\"opening\",\"openedOn\":\"2024-02-01\"}", "ledger-opens-on-new-years-day");
		accepted("open-ledger", "{\"code\":\"opening\",\"openedOn\":\"2024-01-01\"}");
		refused("open-ledger", "{\"code\":\"opening\",\"openedOn\":\"2024-01-01\"}", "ledger-already-opened");
	}

	@Test
	void a_calendar_names_possible_days_only_and_moves_the_term_for_paying() {
		refused("announce-calendar", "{\"year\":2024,\"daysOff\":[\"2024-10-01\"],\"makeUpDays\":[\"2024-10-08\"],"
				+ "\"source\":\"通知\",\"announcedOn\":\"2024-07-01\"}", "calendar-day");
		accepted("receive-application", received("town", "2024-05-06"));
		accepted("issue-fee-notice", "{\"applicationId\":\"town/1\",\"notifiedOn\":\"2024-06-03\","
				+ "\"schedule\":\"per_page\",\"quantity\":40,\"amountYuan\":100}");
		// 20 working days after Monday 3 June 2024 with 10 June off: 2 July; a notice
		// that makes 17 to 28 June days off: 16 July
		accepted("announce-calendar",
				"{\"year\":2024,\"daysOff\":[\"2024-06-10\",\"2024-06-17\",\"2024-06-18\",\"2024-06-19\","
						+ "\"2024-06-20\",\"2024-06-21\",\"2024-06-24\",\"2024-06-25\",\"2024-06-26\",\"2024-06-27\","
						+ "\"2024-06-28\"],\"makeUpDays\":[],\"source\":\"通知\",\"announcedOn\":\"2024-06-14\"}");
		refused("lapse-fee", "{\"applicationId\":\"town/1\",\"lapsedOn\":\"2024-07-16\"}", "fee-term-running");
		accepted("lapse-fee", "{\"applicationId\":\"town/1\",\"lapsedOn\":\"2024-07-17\"}");
	}

	private static void accepted(String command, String json) {
		HttpResponse<String> reply = server.post(command, json);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
	}

	private static void refused(String command, String json, String code) {
		long before = server.events();
		assertThat(server.post(command, json).body()).contains("\"code\":\"" + code + "\"");
		assertThat(server.events()).isEqualTo(before);
	}

	private static String agency(String code, String parent) {
		return "{\"code\":\"%s\",\"name\":\"某机关\",\"kind\":\"township\",%s\"registeredOn\":\"2000-01-01\"}"
			.formatted(code, (parent == null) ? "" : "\"parent\":\"" + parent + "\",");
	}

	private static String received(String agency, String day) {
		return """
				{"agency":"%s","applicationNo":"1","applicantKind":"business","channel":"oral","submittedOn":"%s",
				"receivedOn":"%s"}""".formatted(agency, day, day);
	}

}
