package org.gongkai.query.integration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.query.QueryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FollowingTest {

	private static final String PERSONAL = "applicant_name|subject|party|working_title|words";

	@Test
	void every_table_is_that_of_the_log_cell_by_cell_and_nothing_personal_came() {
		RelayedTopic topic = new RelayedTopic();
		try (QueryServer server = new QueryServer();
				FollowingServer follower = new FollowingServer(Map.of("query.example/log", topic))) {
			server.record(history("T"));
			JsonNode report = server.get("/api/reports/T/2024");
			List<StreamRecord> records = RelayedTopic.records(server);
			topic.send(records);
			follower.shows("query.example/log", records.size());

			assertThat(tables(follower.sql)).isEqualTo(tables(server.sql)).containsKeys("case_register", "agencies");
			assertThat(follower.sql.queryForList("select applicant_name from read.case_register", String.class))
				.isNotEmpty()
				.containsOnlyNulls();
			assertThat(follower.sql.queryForList("select payload::text from log.events", String.class))
				.noneMatch((text) -> text.contains("李某") || text.contains("某项目") || text.contains("某人"));
			JsonNode followed = follower.get("/api/reports/T/2024");
			for (String table : List.of("table2", "table3", "table4")) {
				assertThat(followed.path(table)).isEqualTo(report.path(table)).isNotEmpty();
			}
			assertThat(followed.at("/asOf/sources").toString()).isEqualTo(
					"[{\"source\":\"query.example/log\",\"position\":" + records.size() + ",\"stopped\":false}]");
			assertThat(follower.call("POST", "/applications", "q=%E6%9D%8E%E6%9F%90").body()).doesNotContain("T/1")
				.contains("数据来源截至", "query.example/log 第" + records.size() + "位");
			assertThat(follower.call("GET", "/applications/show?id=T/1", "").statusCode()).isEqualTo(200);
			assertThat(follower.call("GET", "/applications/new", "").statusCode()).isEqualTo(404);
			assertThat(follower.get("/api/status").path("complete").asBoolean()).isTrue();
			JsonNode verdict = EventJson.mapper()
				.readTree(follower.post("/api/verification", "{\"tables\":true}").body());
			assertThat(verdict.path("findings")).isEmpty();
			assertThat(verdict.at("/sources/0/position").asInt()).isEqualTo(records.size());
			assertThat(follower.call("POST", "/api/projections/all/rebuild", "").statusCode()).isEqualTo(200);
			assertThat(tables(follower.sql)).isEqualTo(tables(server.sql));
			assertThat(follower.get("/api/reports/T/2024?knownAt=5").at("/asOf/sources/0/position").asInt())
				.isEqualTo(5);
		}
	}

	@Test
	void the_county_s_report_is_the_sum_of_its_townships_and_says_what_is_missing_till_it_comes() {
		Map<String, RelayedTopic> topics = new LinkedHashMap<>();
		Map<String, Integer> sums = new TreeMap<>();
		Map<String, List<StreamRecord>> records = new LinkedHashMap<>();
		for (String township : List.of("T1", "T2", "T3")) {
			String origin = township.toLowerCase(Locale.ROOT) + ".example/log";
			try (QueryServer server = new QueryServer(EventForms.PUBLISHED, origin)) {
				server.record(history(township));
				add(sums, server.get("/api/reports/" + township + "/2024"));
				records.put(origin, RelayedTopic.records(server));
			}
			RelayedTopic topic = new RelayedTopic();
			topics.put(origin, topic);
		}
		String third = "t3.example/log";
		List<StreamRecord> ofThird = records.get(third);
		StreamRecord late = ofThird.get(6);
		records.forEach((origin, some) -> topics.get(origin).send(some.stream().filter((one) -> one != late).toList()));
		try (FollowingServer county = new FollowingServer(topics)) {
			county.shows("t1.example/log", records.get("t1.example/log").size());
			county.shows("t2.example/log", records.get("t2.example/log").size());
			Receiving.until(() -> county.get("/api/sources").at("/sources/2/stopped/code").asString("").equals("hole"));
			county.shows(third, 6);

			JsonNode cut = county.get("/api/reports/C/2024?withSubordinates=true");
			assertThat(cut.at("/asOf/sources/2").toString())
				.isEqualTo("{\"source\":\"t3.example/log\",\"position\":6,\"stopped\":true}");
			assertThat(county.call("GET", "/reports/C/2024?withSubordinates=true", "").body())
				.contains("t3.example/log 第6位（接收中止，此后的记录未计入）");
			assertThat(county.call("GET", "/api/reports/C/2024?withSubordinates=true&format=html", "").body())
				.contains("数据来源截至：", "t3.example/log 第6位（接收中止，此后的记录未计入）");
			assertThat(county.get("/api/status").path("complete").asBoolean()).isFalse();
			SimpleMeterRegistry meters = new SimpleMeterRegistry();
			county.following().bindTo(meters);
			assertThat(meters.get("gongkai.follow.stopped").tag("source", third).gauge().value()).isEqualTo(1);
			assertThat(meters.get("gongkai.follow.position").tag("source", third).gauge().value()).isEqualTo(6);
			assertThat(meters.get("gongkai.follow.lag").tag("source", third).gauge().value())
				.isEqualTo(ofThird.size() - 6);

			topics.get(third).send(List.of(late));
			county.shows(third, ofThird.size());
			Receiving.until(() -> county.get("/api/sources").path("complete").asBoolean());

			Map<String, Integer> whole = new TreeMap<>();
			add(whole, county.get("/api/reports/C/2024?withSubordinates=true"));
			assertThat(whole).isEqualTo(sums).containsEntry("table3 new 6", 9);
			assertThat(county.get("/api/reports/C/2024?withSubordinates=true").at("/counted").toString())
				.isEqualTo("[\"C\",\"T1\",\"T2\",\"T3\"]");
		}
	}

	/// A year of one township, which registers its county too.
	private static Event[] history(String code) {
		return new Event[] {
				new CalendarAnnounced(2024, List.of(on("2024-01-01")), List.of(), "国办发明电〔2023〕7号", on("2023-10-25")),
				new AgencyRegistered("C", "某县人民政府", AgencyKind.COUNTY, null, on("2000-01-01")),
				new AgencyRegistered(code, "某镇" + code, AgencyKind.TOWNSHIP, "C", on("2000-01-01")),
				received(code + "/1", code, "2024-01-05"), received(code + "/2", code, "2024-02-01"),
				decided(code + "/1", Outcome.GRANTED, "2024-01-15"), received(code + "/3", code, "2024-03-01"),
				decided(code + "/2", Outcome.DENIED_4, "2024-02-20"),
				new RecordRectified(code + "/2", on("2024-03-02"), "录入错误", ApplicantKind.BUSINESS, null, null, null,
						Outcome.PARTLY_GRANTED, null, null, null),
				received(code + "/4", code, "2024-04-01"), new EntryStruck(code + "/4", on("2024-04-02"), 0, "重复登记"),
				new ReviewFiled("review:" + code + "/1", code, "1", code + "/1", DisputedAct.REPLY, null,
						on("2024-02-01"), new PersonalText("某人", null)),
				new DisputeCountingChosen(code, DisputeCounting.NEW_ONLY, 2024, on("2024-07-01")),
				new DocumentMade("" + code + "/d1", code, DocumentKind.NORMATIVE_DOCUMENT, "d1", "河道管理办法",
						on("2024-02-01"), false),
				new TallyRecorded(code + "/t1", code, "t1", TallyItem.PENALTIES, on("2024-05-01"), on("2024-05-31"), 7L,
						(BigDecimal) null, null),
				new InformationDrafted(code + "/i1", code, "i1", Category.ARTICLE_20_7, on("2024-06-03"), null,
						new PersonalText(null, "某人的预算")),
				new FindingOpened("reply-overdue:" + code + "/3:0", "reply-overdue", code + "/3", code,
						on("2024-07-01"), new PersonalText(null, "某人逾期")),
				new AgencyRenamed(code, "新镇" + code, on("2024-06-01")) };
	}

	/// Sums the tables, number by number.
	private static void add(Map<String, Integer> sums, JsonNode report) {
		for (String table : List.of("table2", "table3", "table4")) {
			add(sums, table, report.path(table));
		}
	}

	private static void add(Map<String, Integer> sums, String place, JsonNode node) {
		if (node.isNumber()) {
			sums.merge(place, node.asInt(), Integer::sum);
		}
		node.properties().forEach((one) -> add(sums, place + " " + one.getKey(), one.getValue()));
		for (int number = 0; node.isArray() && number < node.size(); number++) {
			add(sums, place + " " + number, node.get(number));
		}
	}

	private static Map<String, List<Map<String, @Nullable Object>>> tables(JdbcTemplate sql) {
		Map<String, List<Map<String, @Nullable Object>>> tables = new TreeMap<>();
		for (String table : sql.queryForList("""
				select tablename from pg_tables where schemaname = 'read'
				and tablename not in ('checkpoints', 'rebuilds', 'rebuild_parts', 'schema_history')""", String.class)) {
			List<Map<String, @Nullable Object>> rows = sql
				.queryForList("select * from read." + table + " t order by t::text");
			rows.forEach((row) -> {
				row.keySet().removeIf((column) -> column.matches(PERSONAL));
				row.replaceAll((_, value) -> String.valueOf(value));
			});
			tables.put(table,
					rows.stream().sorted((one, other) -> one.toString().compareTo(other.toString())).toList());
		}
		return tables;
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

	private static ApplicationReceived received(String id, String agency, String day) {
		return new ApplicationReceived(id, agency, id.substring(id.indexOf('/') + 1), ApplicantKind.NATURAL_PERSON,
				Channel.IN_PERSON, on(day), on(day), false,
				new Personal("李某", null, null, null, null, "某项目", null, null));
	}

	private static ApplicationDecided decided(String id, Outcome outcome, String day) {
		return new ApplicationDecided(id, outcome, on(day), "〔2024〕1号", null, List.of(), null);
	}

}
