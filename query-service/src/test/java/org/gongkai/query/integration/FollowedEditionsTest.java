package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.ReportOpened;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.query.QueryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// An edition tells a position of its own log, which is another one where its log was received beside others.
class FollowedEditionsTest {

	private static final LocalDate PUBLISHED = LocalDate.parse("2024-01-20");

	@Test
	void an_edition_compared_where_it_was_received_differs_in_the_same_cases_as_at_its_source() {
		Map<String, RelayedTopic> topics = new LinkedHashMap<>();
		try (QueryServer one = office("T1", 5); QueryServer two = office("T2", 9)) {
			publish(two, "T2", false);
			publish(two, "C", true);
			two.record(received("T2/late", "T2", "2023-12-28"));
			JsonNode atSource = two.get("/api/reports/T2/2023/editions/1/comparison");
			JsonNode bridge = two.get("/api/reports/T2/2024/bridge");
			assertThat(atSource.path("cells").toString()).contains("T2/late");
			List<StreamRecord> ofOne = RelayedTopic.records(one);
			List<StreamRecord> ofTwo = RelayedTopic.records(two);
			topics.put("one.example/log", relayed(ofOne));
			topics.put("two.example/log", relayed(ofTwo));
			try (FollowingServer county = new FollowingServer(topics)) {
				county.shows("one.example/log", ofOne.size());
				county.shows("two.example/log", ofTwo.size());

				JsonNode here = county.get("/api/reports/T2/2023/editions/1/comparison");
				assertThat(here.path("cells")).isEqualTo(atSource.path("cells"));
				assertThat(county.get("/api/reports/T2/2023?knownAt=" + here.path("published").asLong())
					.at("/asOf/sources/1/position")
					.asLong()).isEqualTo(atSource.path("published").asLong());
				JsonNode bridged = county.get("/api/reports/T2/2024/bridge");
				assertThat(bridged.path("footnote")).isEqualTo(bridge.path("footnote"));
				assertThat(bridged.at("/differences/0/entries")).hasSameSizeAs(bridge.at("/differences/0/entries"))
					.isNotEmpty();

				assertThat(county.get("/api/reports/C/2023/editions/1/comparison").path("code").asString())
					.isEqualTo("only-at-the-source");
				assertThat(county.get("/api/reports/T2/2023/content").path("code").asString())
					.isEqualTo("only-at-the-source");
				assertThat(county.get("/api/reports/T2/2023/part?disputes=NEW_ONLY").path("code").asString())
					.isEqualTo("only-at-the-source");
			}
		}
	}

	private static QueryServer office(String code, int cases) {
		QueryServer office = new QueryServer(EventForms.PUBLISHED,
				code.equals("T1") ? "one.example/log" : "two.example/log");
		office.record(agency("C", AgencyKind.COUNTY, null), agency(code, AgencyKind.TOWNSHIP, "C"));
		for (int number = 1; number <= cases; number++) {
			office.record(received(code + "/" + number, code, "2023-03-01"), new ApplicationDecided(code + "/" + number,
					Outcome.GRANTED, LocalDate.parse("2023-03-10"), "〔2023〕1号", null, List.of(), null));
		}
		return office;
	}

	private static void publish(QueryServer office, String code, boolean withSubordinates) {
		JsonNode counted = office.get("/api/reports/" + code + "/2023/content?withSubordinates=" + withSubordinates);
		office.record(new ReportOpened(code + "/2023", code, 2023, withSubordinates, PUBLISHED),
				new ReportPublished(code + "/2023", 1, PUBLISHED, counted.path("position").asLong(),
						EventJson.mapper().treeToValue(counted.path("content"), ReportContent.class), null));
	}

	private static RelayedTopic relayed(List<StreamRecord> records) {
		RelayedTopic topic = new RelayedTopic();
		topic.send(records);
		return topic;
	}

	private static Event agency(String code, AgencyKind kind, @Nullable String parent) {
		return new AgencyRegistered(code, "某机关" + code, kind, parent, LocalDate.parse("2000-01-01"));
	}

	private static ApplicationReceived received(String id, String agency, String day) {
		return new ApplicationReceived(id, agency, id.substring(id.indexOf('/') + 1), ApplicantKind.NATURAL_PERSON,
				Channel.IN_PERSON, LocalDate.parse(day), LocalDate.parse(day), false,
				new Personal("李某", null, null, null, null, "某项目", null, null));
	}

}
