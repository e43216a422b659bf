package org.gongkai.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Personal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Lists are answered page by page, and the pages together are the whole list in its order. Today is 31 July 2024.
class ListPagesTest {

	private static final int CASES = 120;

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, on("2023-01-01")));
		server.record(IntStream.range(0, CASES)
			.mapToObj((number) -> new ApplicationReceived(id(number), "T", "%03d".formatted(number),
					ApplicantKind.NATURAL_PERSON, Channel.ONLINE, on("2024-03-01"), on("2024-03-01"), false,
					new Personal("申请人" + number, null, null, null, null, "道路", null, null)))
			.toArray(Event[]::new));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void the_pages_of_a_cell_are_its_cases() {
		assertThat(followed("/api/reports/T/2024/table-three/cases?row=new&size=50", "items")).isEqualTo(all());
		assertThat(server.get("/api/reports/T/2024/table-three/cases?row=new&size=50").path("count").asInt())
			.isEqualTo(CASES);
		assertThat(server.call("GET", "/reports/T/2024/cases?row=new&page=1").body())
			.contains("共 <strong>" + CASES, "T/119", "page=0")
			.doesNotContain("T/099", "page=2");
	}

	@Test
	void the_pages_of_a_difference_are_its_cases() {
		assertThat(followed("/api/audit/difference?agency=T&fromKnownAt=1&size=50", "cases")).isEqualTo(all());
		assertThat(followed("/api/audit/difference?agency=T&fromKnownAt=1&size=" + CASES, "cases")).isEqualTo(all());
	}

	@Test
	void late_cases_and_words_are_found_page_by_page() {
		List<String> late = new ArrayList<>();
		List<String> named = new ArrayList<>();
		for (int page = 0; page < 3; page++) {
			late.addAll(ids(server.get("/api/applications?state=overdue&size=50&page=" + page), "items"));
			named.addAll(ids(server.search("/api/applications/search", "q=道路&size=50&page=" + page), "items"));
		}

		assertThat(late).isEqualTo(all().reversed());
		assertThat(named).isEqualTo(late);
		assertThat(server.call("GET", "/").body()).contains(String.valueOf(CASES), "T/000").doesNotContain("T/119");
	}

	@Test
	void a_look_at_many_records_names_some_and_tells_of_how_many() {
		server.get("/api/reports/T/2024/table-three/cases?row=new");

		JsonNode look = server.get("/api/sightings?size=1&record=T/117").at("/sightings/0");

		assertThat(look.path("seen").asInt()).isEqualTo(CASES);
		assertThat(look.path("records").size()).isEqualTo(100);
		assertThat(look.at("/records/0").asString()).isEqualTo("T/117");
		assertThat(server.get("/api/sightings?size=1").path("next").asString()).startsWith("/api/sightings?before=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/applications?", "/api/disputes?", "/api/information?", "/api/documents?",
			"/api/tallies?", "/api/sightings?", "/api/audit/findings?", "/api/audit/register?",
			"/api/audit/difference?",
			"/api/audit/sample?agency=T&year=2024&seed=0000000000000000000000000000000000000000000000000000000000000000&",
			"/api/reports/T/2024/table-three/cases?row=new&", "/api/reports/T/2024/table-four/disputes?block=review&",
			"/api/reports/T/2024/table-two/entries?row=normative_documents&column=made&" })
	void no_list_is_answered_whole_because_a_caller_asks_for_it(String list) {
		for (String size : List.of("1000000", "0", "-1")) {
			assertThat(server.get(list + "size=" + size).path("code").asString()).as(list + size)
				.isEqualTo("malformed");
		}
	}

	private static List<String> followed(String first, String items) {
		List<String> found = new ArrayList<>();
		for (String next = first; !next.isEmpty();) {
			JsonNode page = server.get(next);
			found.addAll(ids(page, items));
			next = page.path("next").asString("");
		}
		return found;
	}

	private static List<String> ids(JsonNode page, String items) {
		return page.path(items).valueStream().map((item) -> item.path("applicationId").asString()).toList();
	}

	private static List<String> all() {
		return IntStream.range(0, CASES).mapToObj(ListPagesTest::id).toList();
	}

	private static String id(int number) {
		return "T/%03d".formatted(number);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
