package org.gongkai.query.audit;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.management.JMException;
import javax.management.ObjectName;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A log that is longer than what is read at once, in which every record departs from the law.
class FindingPagesTest {

	private static final int RECORDS = 4_500;

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("C", "湘潭县", AgencyKind.COUNTY, null, on("2024-01-01")),
				new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, "C", on("2024-01-01")));
		for (int first = 0; first < RECORDS; first += 500) {
			server.record(IntStream.range(first, first + 500)
				.mapToObj((number) -> new InformationDrafted("T/" + number, "T", String.valueOf(number),
						Category.ARTICLE_20_7, on("2024-06-03"), null, new PersonalText(null, null)))
				.toArray(Event[]::new));
		}
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void the_next_pages_are_those_of_the_numbers_and_reach_every_finding() {
		List<String> numbered = new ArrayList<>();
		for (int page = 0; page < 10; page++) {
			numbered.addAll(ids(server.get("/api/audit/findings?size=450&page=" + page)));
		}
		List<String> followed = new ArrayList<>();
		String next = "/api/audit/findings?size=450&rule=late-publication";
		while (!next.isEmpty()) {
			JsonNode page = server.get(next);
			assertThat(page.path("total").asInt()).isEqualTo(RECORDS);
			followed.addAll(ids(page));
			next = page.path("next").asString("");
		}

		List<String> all = IntStream.range(0, RECORDS)
			.mapToObj((number) -> "T/" + number)
			.sorted()
			.map((record) -> "late-publication:information:" + record + ":0")
			.toList();
		// of lists that differ not all is printed
		assertThat(followed.equals(all)).isTrue();
		assertThat(numbered.equals(all)).isTrue();
	}

	@Test
	void a_page_by_its_number_ends_where_it_would_need_much_memory() {
		assertThat(server.get("/api/audit/findings?size=500&page=20").path("code").asString()).isEqualTo("malformed");
		assertThat(server.get("/api/audit/findings?size=501").path("code").asString()).isEqualTo("malformed");
		assertThat(server.get("/api/audit/findings?behind=x").path("code").asString()).isEqualTo("malformed");
	}

	@Test
	void no_record_stays_in_memory_after_the_answer() throws Exception {
		server.get("/api/audit/findings?size=50");

		assertThat(instances(Recorded.class)).isLessThan(RECORDS / 2);
	}

	private static List<String> ids(JsonNode page) {
		return page.path("items").valueStream().map((finding) -> finding.path("findingId").asString()).toList();
	}

	/// How many objects of a class are reachable.
	private static long instances(Class<?> type) throws JMException {
		String histogram = (String) ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		Matcher line = Pattern.compile("\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type.getName()) + "[ \\n]")
			.matcher(histogram);
		return line.find() ? Long.parseLong(line.group(1)) : 0;
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
