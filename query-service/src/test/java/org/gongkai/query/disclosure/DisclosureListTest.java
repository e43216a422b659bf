package org.gongkai.query.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DisclosureListTest {

	private static final PersonalText NOTHING = new PersonalText(null, null);

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("C", "某县", AgencyKind.COUNTY, null, on("2000-01-01")),
				new AgencyRegistered("T", "某镇", AgencyKind.TOWNSHIP, "C", on("2000-01-01")));
		server.record(drafted("T/intime", "2024-03-01", null), allowed("T/intime"), published("T/intime", "2024-03-29"),
				drafted("T/toolate", "2024-03-01", null), allowed("T/toolate"), published("T/toolate", "2024-04-01"),
				drafted("T/waiting", "2024-07-25", null), drafted("T/overdue", "2024-06-03", null),
				drafted("T/withheld", "2024-03-01", null), withheld("T/withheld"),
				drafted("T/otherlaw", "2024-07-25", "2024-07-30"));
		server.record(document("T/1", "2023-02-01", "河道管理办法"), document("T/2", "2023-03-01", "殡葬管理办法"),
				new DocumentAmended("T/1", on("2023-09-01")),
				new DocumentRepealed("T/2", on("2024-01-01"), RepealWay.LAPSED),
				new DocumentRectified("T/1", on("2023-09-02"), "标题有误", null, "河道保洁办法", null, null, null, null));
		server.record(
				new TallyRecorded("T/3", "T", "3", TallyItem.PENALTIES, on("2023-05-04"), on("2023-05-04"), 1L, null,
						"罚决〔2023〕7号"),
				new TallyRectified("T/3", on("2023-05-05"), "日期有误", on("2023-05-03"), null, null, null, null));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void every_piece_shows_the_term_of_article_26_and_whether_it_was_kept() {
		assertThat(piece("intime")).isEqualTo("published 2024-03-29 false");
		assertThat(piece("toolate")).isEqualTo("published 2024-03-29 true");
		assertThat(piece("waiting")).isEqualTo("drafted 2024-08-22 false");
		assertThat(piece("overdue")).isEqualTo("drafted 2024-07-02 true");
		assertThat(piece("withheld")).isEqualTo("withheld  false");
		assertThat(piece("otherlaw")).isEqualTo("drafted 2024-07-30 true");
	}

	@Test
	void what_is_late_is_listed_by_itself() {
		assertThat(numbers("/api/information?agency=T&late=true", "informationNo")).containsExactlyInAnyOrder("toolate",
				"overdue", "otherlaw");
	}

	@Test
	void documents_are_found_by_words_kind_and_state() {
		assertThat(numbers("/api/documents?agency=C&withSubordinates=true&q=%E7%AE%A1%E7%90%86", "documentNo"))
			.containsExactly("2");
		assertThat(numbers("/api/documents?agency=T&inForce=true", "title")).containsExactly("河道保洁办法");
		assertThat(numbers("/api/documents?agency=T&kind=regulation", "documentNo")).isEmpty();
		assertThat(numbers("/api/documents?agency=C", "documentNo")).isEmpty();
	}

	@Test
	void tallies_are_found_by_item_and_year() {
		assertThat(numbers("/api/tallies?agency=T&item=penalties&year=2023", "from")).containsExactly("2023-05-03");
		assertThat(numbers("/api/tallies?agency=T&year=2022", "from")).isEmpty();
		assertThat(server.call("GET", "/api/tallies?size=501").body()).contains("\"code\":\"malformed\"");
	}

	@Test
	void the_history_keeps_the_old_in_sight() {
		JsonNode entries = server.get("/api/disclosure/history?stream=document:T/1").at("/entries");

		assertThat(StreamSupport.stream(entries.spliterator(), false).map((entry) -> entry.at("/zh").asString()))
			.containsExactly("制发行政规范性文件《河道管理办法》，1", "修订", "更正记录：标题改为“河道保洁办法”。原因：标题有误");
		assertThat(server.call("GET", "/api/disclosure/history?stream=agency:T").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/api/disclosure/history?stream=tally:none").body())
			.contains("\"code\":\"unknown-disclosure\"");
	}

	@Test
	void the_pages_list_and_lead_to_the_history() {
		server.get("/api/status");

		assertThat(server.call("GET", "/information?agency=T").body()).contains("主动公开目录", "2024-03-29", "逾期",
				"/disclosure/history?stream=information:T/intime");
		assertThat(server.call("GET", "/information?agency=T&late=true").body()).contains("toolate")
			.doesNotContain("intime");
		assertThat(server.call("GET", "/documents?agency=T").body()).contains("河道保洁办法",
				"<span>2024-01-01</span> <span>失效</span>", "现行有效");
		assertThat(server.call("GET", "/tallies?item=penalties").body()).contains("罚决〔2023〕7号", "行政处罚");
		assertThat(server.call("GET", "/disclosure/history?stream=tally:T/3").body())
			.contains("更正统计数：起始日期改为“2023-05-03”");
		assertThat(server.call("GET", "/disclosure/history?stream=tally:none").statusCode()).isEqualTo(404);
	}

	private static String piece(String number) {
		JsonNode piece = server.search("/api/information/search", "q=" + number).at("/items/0");
		return piece.at("/state").asString() + " " + piece.path("dueOn").asString("") + " "
				+ piece.at("/late").asBoolean();
	}

	private static List<String> numbers(String path, String field) {
		return StreamSupport.stream(server.get(path).at("/items").spliterator(), false)
			.map((item) -> item.path(field).asString())
			.toList();
	}

	private static InformationDrafted drafted(String id, String day, String dueOn) {
		return new InformationDrafted(id, "T", id.substring(2), Category.ARTICLE_20_12, on(day),
				(dueOn == null) ? null : on(dueOn), new PersonalText(null, "防汛预案"));
	}

	private static InformationReviewed allowed(String id) {
		return new InformationReviewed(id, on("2024-03-05"), ReviewCheck.PASSED, ReviewCheck.PASSED,
				ReviewResult.PUBLISH, null, "赵科长", NOTHING);
	}

	private static InformationReviewed withheld(String id) {
		return new InformationReviewed(id, on("2024-03-05"), ReviewCheck.FAILED, ReviewCheck.PASSED,
				ReviewResult.WITHHOLD, Outcome.DENIED_1, "赵科长", NOTHING);
	}

	private static InformationPublished published(String id, String day) {
		return new InformationPublished(id, PublicationChannel.WEBSITE, on(day), "防汛预案", null);
	}

	private static DocumentMade document(String id, String day, String title) {
		return new DocumentMade(id, "T", DocumentKind.NORMATIVE_DOCUMENT, id.substring(2), title, on(day), false);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
