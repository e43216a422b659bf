package org.gongkai.command.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.report.CarriedCase;
import org.gongkai.events.report.ReportApproved;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.report.ReportOpened;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.events.report.ReportReopened;
import org.gongkai.events.report.ReportReturned;
import org.gongkai.events.report.ReportSection;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportLifeTest {

	private static final ReportId ID = ReportId.of("T/2023");

	private static final CarriedCase LEFT_OPEN = new CarriedCase("T/7", ApplicantKind.NATURAL_PERSON);

	private static final CarriedCase FOUND_LATER = new CarriedCase("T/8", ApplicantKind.BUSINESS);

	private final AggregateTestFixture<AnnualReport> office = new AggregateTestFixture<>(AnnualReport.class);

	private List<CarriedCase> carriedOutLastYear = List.of(LEFT_OPEN);

	ReportLifeTest() {
		Offices offices = (code) -> code.equals("T") ? new Office.Registered("T", "某镇人民政府", AgencyKind.TOWNSHIP, null,
				on("2000-01-01"), on("2022-01-01"), null) : new Office.None(code);
		Numbers numbers = new FixedNumbers(content(Map.of()));
		Reports reports = (id) -> id.value().equals("T/2022")
				? ReportState.evolve(ReportState.evolve(new ReportState.None(), opened()), lastYear())
				: new ReportState.None();
		this.office.registerInjectableResource(offices);
		this.office.registerInjectableResource(numbers);
		this.office.registerInjectableResource(reports);
	}

	@Test
	void a_report_is_opened_once() {
		this.office.givenNoPriorActivity().when(new OpenReport(ID, false, on("2024-01-03"))).expectEvents(opened());
		refuses(given(opened()), new OpenReport(ID, true, on("2024-01-04")), Rule.REPORT_ALREADY_OPENED);
	}

	@Test
	void an_unknown_agency_has_no_report() {
		refuses(this.office.givenNoPriorActivity(), new OpenReport(ReportId.of("X/2023"), false, on("2024-01-03")),
				Rule.UNKNOWN_AGENCY);
	}

	@Test
	void a_year_before_the_records_has_no_report() {
		refuses(this.office.givenNoPriorActivity(), new OpenReport(ReportId.of("T/2021"), false, on("2024-01-03")),
				Rule.UNKNOWN_YEAR);
	}

	@Test
	void a_text_is_written_while_the_report_is_a_draft() {
		given(opened()).when(new WriteSection(ID, ReportSection.PROBLEMS, " 公开不够及时。\n", on("2024-01-05")))
			.expectEvents(new SectionWritten("T/2023", ReportSection.PROBLEMS, "公开不够及时。", on("2024-01-05")));
		refuses(given(written(new ReportSubmitted("T/2023", on("2024-01-08")))),
				new WriteSection(ID, ReportSection.PROBLEMS, "改", on("2024-01-09")), Rule.REPORT_STAGE);
	}

	@ParameterizedTest
	@EnumSource(names = { "PROACTIVE_DISCLOSURE", "APPLICATIONS", "INFORMATION_MANAGEMENT", "PLATFORM", "SUPERVISION",
			"PROBLEMS", "OTHER_MATTERS" })
	void a_report_without_a_part_that_article_50_asks_for_is_not_submitted(ReportSection missing) {
		refuses(given(written(new SectionWritten("T/2023", missing, "", on("2024-01-06")))),
				new SubmitReport(ID, on("2024-01-08")), Rule.REPORT_INCOMPLETE);
	}

	@Test
	void a_placeholder_that_no_fact_has_is_refused_before_anybody_approves() {
		refuses(given(written(
				new SectionWritten("T/2023", ReportSection.PROBLEMS, "全年{{applications.news}}件", on("2024-01-06")))),
				new SubmitReport(ID, on("2024-01-08")), Rule.PLACEHOLDER_UNKNOWN);
	}

	@Test
	void a_complete_report_goes_its_way() {
		given(written()).when(new SubmitReport(ID, on("2024-01-08")))
			.expectEvents(new ReportSubmitted("T/2023", on("2024-01-08")));
		given(written(new ReportSubmitted("T/2023", on("2024-01-08")))).when(new ApproveReport(ID, on("2024-01-10")))
			.expectEvents(new ReportApproved("T/2023", on("2024-01-10")));
		given(written(new ReportSubmitted("T/2023", on("2024-01-08"))))
			.when(new ReturnReport(ID, on("2024-01-10"), "问题写得太空"))
			.expectEvents(new ReportReturned("T/2023", on("2024-01-10"), "问题写得太空"));
	}

	@Test
	void publication_fixes_position_numbers_and_texts_with_their_facts() {
		given(approved()).when(new PublishReport(ID, on("2024-01-15"), 40L)).expectEvents(published(1, 40, null));
	}

	@Test
	void a_report_of_a_year_that_is_not_over_is_not_published() {
		refuses(given(approved()), new PublishReport(ID, on("2023-12-31"), null), Rule.REPORT_YEAR_RUNNING);
	}

	@Test
	void a_report_that_nobody_approved_is_not_published() {
		refuses(given(written()), new PublishReport(ID, on("2024-01-15"), null), Rule.REPORT_STAGE);
	}

	@Test
	void a_carry_over_that_is_not_last_years_is_published_only_with_a_note() {
		this.carriedOutLastYear = List.of(LEFT_OPEN, FOUND_LATER);
		refuses(given(approved()), new PublishReport(ID, on("2024-01-15"), null), Rule.CARRY_OVER_UNEXPLAINED);
		given(approved(new SectionWritten("T/2023", ReportSection.TABLE_THREE_NOTE, "T/8 已于上年办结。", on("2024-01-06"))))
			.when(new PublishReport(ID, on("2024-01-15"), null))
			.expectSuccessfulHandlerExecution();
	}

	@Test
	void a_correction_is_a_further_edition_with_its_reason() {
		ReportEvent[] first = { published(1, 40, null) };
		refuses(given(approved(first)), new PublishReport(ID, on("2024-02-15"), null), Rule.REPORT_STAGE);
		given(approved(first)).when(new ReopenReport(ID, on("2024-02-01"), "漏计一件"))
			.expectEvents(new ReportReopened("T/2023", on("2024-02-01"), "漏计一件"));
		given(approved(first[0], new ReportReopened("T/2023", on("2024-02-01"), "漏计一件"),
				new ReportSubmitted("T/2023", on("2024-02-02")), new ReportApproved("T/2023", on("2024-02-03"))))
			.when(new PublishReport(ID, on("2024-02-05"), null))
			.expectEvents(published(2, 42, "漏计一件", "2024-02-05"));
	}

	private TestExecutor<AnnualReport> given(ReportEvent... events) {
		return this.office.given(List.of(events));
	}

	private static ReportOpened opened() {
		return new ReportOpened("T/2023", "T", 2023, false, on("2024-01-03"));
	}

	/// A draft with all its parts, then more.
	private static ReportEvent[] written(ReportEvent... more) {
		List<ReportEvent> events = new ArrayList<>(List.of(opened()));
		Stream.of(ReportSection.PROACTIVE_DISCLOSURE, ReportSection.APPLICATIONS, ReportSection.INFORMATION_MANAGEMENT,
				ReportSection.PLATFORM, ReportSection.SUPERVISION, ReportSection.PROBLEMS, ReportSection.OTHER_MATTERS)
			.forEach((section) -> events.add(new SectionWritten("T/2023", section,
					(section == ReportSection.APPLICATIONS) ? "全年收到{{applications.new}}件。" : "正文。", on("2024-01-05"))));
		events.addAll(Arrays.asList(more));
		return events.toArray(ReportEvent[]::new);
	}

	private static ReportEvent[] approved(ReportEvent... more) {
		List<ReportEvent> events = new ArrayList<>(List.of(written()));
		if (more.length > 0 && more[0] instanceof SectionWritten) {
			events.add(more[0]);
		}
		events.add(new ReportSubmitted("T/2023", on("2024-01-08")));
		events.add(new ReportApproved("T/2023", on("2024-01-10")));
		Stream.of(more).filter((event) -> !(event instanceof SectionWritten)).forEach(events::add);
		return events.toArray(ReportEvent[]::new);
	}

	private static ReportPublished published(int edition, long position, String correction) {
		return published(edition, position, correction, "2024-01-15");
	}

	private static ReportPublished published(int edition, long position, String correction, String day) {
		Map<ReportSection, String> texts = new java.util.EnumMap<>(ReportSection.class);
		Stream.of(written())
			.filter(SectionWritten.class::isInstance)
			.forEach((event) -> texts.put(((SectionWritten) event).section(),
					((SectionWritten) event).body().replace("{{applications.new}}", "3")));
		return new ReportPublished("T/2023", edition, on(day), position, content(texts), correction);
	}

	private ReportPublished lastYear() {
		return new ReportPublished("T/2022", 1, on("2023-01-15"), 9, new ReportContent("T", "2021", List.of("T"),
				List.of(), Map.of(), List.of(), "", Map.of(), Map.of(), List.of(), this.carriedOutLastYear, null),
				null);
	}

	private static ReportContent content(Map<ReportSection, String> texts) {
		return new ReportContent("某镇人民政府", "2021", List.of("T"), List.of(),
				TableThree.EMPTY.asMap(TableThreeForm.FORM_2021), List.of(), "", Map.of("applications.new", "3"), texts,
				List.of(LEFT_OPEN), List.of(), null);
	}

	private static void refuses(TestExecutor<AnnualReport> given, ReportCommand command, Rule rule) {
		given.when(command).expectNoEvents().expectException(new CustomMatcher<Throwable>("refused by " + rule) {
			@Override
			public boolean matches(Object refused) {
				return refused instanceof Refused it && it.rule() == rule;
			}
		});
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
