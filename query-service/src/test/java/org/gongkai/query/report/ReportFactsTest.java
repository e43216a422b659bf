package org.gongkai.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFactsTest {

	private static final PersonalText NOTHING = new PersonalText(null, null);

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, on("2000-01-01")));
		server.record(received("T/1", Channel.ONLINE, "2022-12-20"), received("T/2", Channel.ONLINE, "2023-02-01"),
				received("T/3", Channel.POST_SIGNED, "2023-03-01"), received("T/4", Channel.ONLINE, "2023-04-03"),
				new EntryStruck("T/4", on("2023-04-04"), 0, "重复登记"));
		server.record(
				new ApplicationDecided("T/1", Outcome.GRANTED, on("2023-01-10"), "〔2023〕1号", null, List.of(), null),
				new ApplicationDecided("T/3", Outcome.DENIED_7, on("2023-03-20"), "〔2023〕2号", null, List.of(), null));
		tally("web", TallyItem.PUBLISHED_WEBSITE, 170);
		tally("board", TallyItem.PUBLISHED_NOTICE_BOARD, 3);
		tally("complaints", TallyItem.COMPLAINTS, 2);
		tally("reports", TallyItem.REPORTS_RECEIVED, 1);
		tally("trainings", TallyItem.TRAININGS, 4);
		tally("attendance", TallyItem.TRAINING_ATTENDANCE, 215);
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void applications_are_told_by_number_outcome_and_channel() {
		assertThat(fact("applications.new")).isEqualTo("2件");
		assertThat(fact("applications.carried_in")).isEqualTo("1件");
		assertThat(fact("applications.concluded")).isEqualTo("2件");
		assertThat(fact("applications.granted")).isEqualTo("1件");
		assertThat(fact("applications.denied")).isEqualTo("1件");
		assertThat(fact("applications.carried_out")).isEqualTo("1件");
		assertThat(fact("applications.channel.online")).isEqualTo("1件");
		assertThat(fact("applications.channel.post_signed")).isEqualTo("1件");
		assertThat(fact("applications.channel.fax")).isEqualTo("0件");
	}

	@Test
	void supervision_is_told_by_its_tallies_of_the_year() {
		assertThat(fact("complaints.received")).isEqualTo("2件");
		assertThat(fact("reports.received")).isEqualTo("1件");
		assertThat(fact("trainings.held")).isEqualTo("4次");
		assertThat(fact("trainings.attendance")).isEqualTo("215人次");
	}

	@Test
	void published_pieces_are_counted_once_and_in_each_of_their_channels() {
		server.record(drafted("T/5"), allowed("T/5"), published("T/5", PublicationChannel.WEBSITE, "2023-05-08"),
				published("T/5", PublicationChannel.NEW_MEDIA, "2023-05-09"),
				new InformationWithdrawn("T/5", on("2023-06-01"), NOTHING), drafted("T/6"), allowed("T/6"),
				published("T/6", PublicationChannel.WEBSITE, "2024-01-08"), drafted("T/7"), allowed("T/7"),
				published("T/7", PublicationChannel.WEBSITE, "2023-05-10"),
				new InformationStruck("T/7", on("2023-05-11"), "重复登记"));

		assertThat(fact("information.published")).isEqualTo("174条");
		assertThat(fact("information.published.website")).isEqualTo("171条");
		assertThat(fact("information.published.new_media")).isEqualTo("1条");
		assertThat(fact("information.published.notice_board")).isEqualTo("3条");
		assertThat(fact("information.published.article_20_7")).isEqualTo("1条");
	}

	@Test
	void information_fees_count_when_they_are_paid_and_as_they_were_known() {
		server.record(fee("T/2", "380"), new FeePaid("T/2", on("2023-02-20")), fee("T/3", "500.50"));
		long known = server.get("/api/reports/T/2023").at("/asOf/position").asLong();
		assertThat(fact("fees.paid.cases")).isEqualTo("1件");
		assertThat(fact("fees.paid.yuan")).isEqualTo("380元");

		server.record(new EntryStruck("T/2", on("2023-03-01"), 2, "退回"), new FeePaid("T/3", on("2023-03-15")));

		assertThat(fact("fees.paid.yuan")).isEqualTo("500.50元");
		assertThat(fact("fees.paid.yuan", "?knownAt=" + known)).isEqualTo("380元");
		assertThat(fact("table2.normative_documents.inForce")).isEqualTo("0件");
		assertThat(fact("table2.fees.amountWanYuan")).isEqualTo("0万元");
	}

	private static String fact(String name) {
		return fact(name, "");
	}

	private static String fact(String name, String condition) {
		for (JsonNode fact : server.get("/api/reports/T/2023/facts" + condition).at("/facts")) {
			if (fact.at("/name").asString().equals(name)) {
				return fact.at("/value").asString() + fact.at("/unit").asString();
			}
		}
		throw new AssertionError("no fact is named " + name);
	}

	private static void tally(String number, TallyItem item, long count) {
		server.record(
				new TallyRecorded("T/" + number, "T", number, item, on("2023-01-01"), on("2023-12-31"), count, null,
						null),
				new TallyRecorded("T/" + number + "-24", "T", number + "-24", item, on("2024-01-01"), on("2024-06-30"),
						1_000L, null, null));
	}

	private static ApplicationReceived received(String id, Channel channel, String day) {
		return new ApplicationReceived(id, "T", id.substring(2), ApplicantKind.NATURAL_PERSON, channel, on(day),
				on(day), false, new Personal("李某", null, null, null, null, "某项目", null, null));
	}

	private static FeeNoticeIssued fee(String id, String yuan) {
		return new FeeNoticeIssued(id, on("2023-02-10"), FeeSchedule.PER_PAGE, null, new BigDecimal(yuan));
	}

	private static InformationDrafted drafted(String id) {
		return new InformationDrafted(id, "T", id.substring(2), Category.ARTICLE_20_7, on("2023-05-04"), null,
				new PersonalText(null, "财政决算"));
	}

	private static InformationReviewed allowed(String id) {
		return new InformationReviewed(id, on("2023-05-05"), ReviewCheck.PASSED, ReviewCheck.PASSED,
				ReviewResult.PUBLISH, null, "赵科长", NOTHING);
	}

	private static InformationPublished published(String id, PublicationChannel channel, String day) {
		return new InformationPublished(id, channel, on(day), "财政决算", null);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
