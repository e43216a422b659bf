package org.gongkai.standalone.access;

import java.util.List;
import java.util.Locale;

import org.gongkai.events.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every page, link, button and form that a person of each role can reach works, and nothing is offered that is refused.
class PageCrawlTest {

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
		new RichOffice(house);
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
	void whatever_a_page_offers_works(Role role) {
		PageCrawler crawler = new PageCrawler(house.signIn(role.name().toLowerCase(Locale.ROOT), role, grant(role)),
				house.office.url());
		crawler.crawl();
		crawler.signOut();

		assertThat(crawler.faults).isEmpty();
		assertThat(crawler.offered).containsAll(offered(role)).doesNotContainAnyElementsOf(never(role));
		assertThat(crawler.recorded).containsAll(recorded(role));
	}

	/// One agency, one with what is below it, or all: each has links that lead out of it.
	private static String grant(Role role) {
		return switch (role) {
			case CLERK, APPROVER -> ", \"agency\": \"own\", \"withSubordinates\": true";
			case REVIEWER, STATISTICIAN -> ", \"agency\": \"own\"";
			case INSPECTOR, ADMINISTRATOR, SYSTEM -> "";
		};
	}

	/// What shows that a crawl came far enough.
	private static List<String> offered(Role role) {
		return switch (role) {
			case CLERK -> List.of("/applications/show", "/applications/new", "/imports", "extend-deadline",
					"draft-decision", "rectify-record", "file-review", "make-document", "answer-finding",
					"draft-information", "下一页 /applications", "上一页 /disputes", "下一页 /information");
			case REVIEWER ->
				List.of("/applications/show", "draft-decision", "return-draft", "review-information", "return-report");
			case APPROVER -> List.of("/applications/show", "decide-application", "erase-applicant", "rectify-record",
					"erase-party", "approve-report", "publish-report", "reopen-report", "下一页 /applications");
			case STATISTICIAN -> List.of("/applications/show", "/reports/own/2023/draft", "open-report",
					"submit-report", "/reports/own/2023/editions/1/comparison");
			case INSPECTOR -> List.of("/applications/show", "/sightings", "/api/audit/evidence", "close-finding");
			case ADMINISTRATOR -> List.of("/agencies/own", "/imports", "register-agency", "rename-agency");
			case SYSTEM -> List.of();
		};
	}

	/// What shows that forms were filled in well enough.
	private static List<String> recorded(Role role) {
		return switch (role) {
			case CLERK -> List.of("receive-application", "draft-decision", "extend-deadline", "request-correction",
					"file-review", "answer-finding", "import");
			case REVIEWER -> List.of("draft-decision", "return-draft", "review-information");
			case APPROVER -> List.of("approve-report", "erase-applicant", "publish-information");
			case STATISTICIAN -> List.of("open-report", "write-section");
			case INSPECTOR -> List.of("open-finding", "close-finding");
			case ADMINISTRATOR -> List.of("register-agency", "rename-agency", "announce-calendar");
			case SYSTEM -> List.of();
		};
	}

	private static List<String> never(Role role) {
		return switch (role) {
			case CLERK ->
				List.of("/sightings", "decide-application", "return-draft", "register-agency", "open-finding");
			case REVIEWER, APPROVER -> List.of("/sightings", "/applications/new", "/imports", "strike-entry");
			case STATISTICIAN -> List.of("/sightings", "/applications/new", "extend-deadline");
			case INSPECTOR -> List.of("/applications/new", "/imports", "extend-deadline", "answer-finding");
			case ADMINISTRATOR, SYSTEM -> List.of("/applications", "/disputes", "/audit/findings", "/sightings");
		};
	}

}
