package org.gongkai.command.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.hamcrest.CustomMatcher;

/// A clerk's desk with one application on it: T/1 of the township T, received on 4 March 2024.
final class Desk {

	static final String CASE = "T/1";

	static final ApplicationId ID = ApplicationId.of(CASE);

	static final PersonalText NOTHING = new PersonalText(null, null);

	private static final Map<String, Office> OFFICES = Map.of("T", office("T", AgencyKind.TOWNSHIP, null, null, null),
			"T-in", office("T-in", AgencyKind.INTERNAL_BODY, "T", null, null), "T-out",
			office("T-out", AgencyKind.DISPATCHED_BODY, "T", null, null), "D",
			office("D", AgencyKind.DEPARTMENT, null, null, null), "old",
			office("old", AgencyKind.TOWNSHIP, null, null, "2024-02-01"), "ledger",
			office("ledger", AgencyKind.TOWNSHIP, null, "2024-01-01", null));

	private static final Map<String, Rulings.Ruling> RULINGS = Map.of("review:T/quashed",
			new Rulings.Ruling(CASE, LocalDate.parse("2024-06-03"), true), "review:T/upheld",
			new Rulings.Ruling(CASE, LocalDate.parse("2024-06-03"), false), "review:T/pending",
			new Rulings.Ruling(CASE, null, false), "review:T/other",
			new Rulings.Ruling("T/2", LocalDate.parse("2024-06-03"), true));

	private final TestExecutor<Application> given;

	private Desk(TestExecutor<Application> given) {
		this.given = given;
	}

	static Desk empty() {
		return new Desk(fixture().givenNoPriorActivity());
	}

	static Desk after(ApplicationEvent... events) {
		return new Desk(fixture().given(List.of(events)));
	}

	ResultValidator<Application> when(ApplicationCommand command) {
		return this.given.when(command);
	}

	/// Does it and expects exactly one event.
	void records(ApplicationCommand command, ApplicationEvent event) {
		when(command).expectSuccessfulHandlerExecution().expectEvents(event);
	}

	void refuses(ApplicationCommand command, Rule rule) {
		when(command).expectNoEvents().expectException(new CustomMatcher<Throwable>("refused by " + rule) {
			@Override
			public boolean matches(Object refused) {
				return refused instanceof Refused it && it.rule() == rule;
			}
		});
	}

	private static AggregateTestFixture<Application> fixture() {
		AggregateTestFixture<Application> fixture = new AggregateTestFixture<>(Application.class);
		Offices offices = (code) -> OFFICES.getOrDefault(code, new Office.None(code));
		fixture.registerInjectableResource(offices);
		Rulings rulings = RULINGS::get;
		fixture.registerInjectableResource(rulings);
		fixture.registerInjectableResource(new CaseRules((_) -> WorkingCalendar.statutory()));
		return fixture;
	}

	private static Office office(String code, AgencyKind kind, String parent, String ledger, String closed) {
		return new Office.Registered(code, code, kind, parent, LocalDate.parse("2000-01-01"),
				(ledger == null) ? null : LocalDate.parse(ledger), (closed == null) ? null : LocalDate.parse(closed));
	}

	static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

	static ApplicationReceived received() {
		return received("T", "2024-03-04", false);
	}

	static ApplicationReceived received(String agency, String day, boolean historical) {
		return new ApplicationReceived(agency + "/1", agency, "1", ApplicantKind.NATURAL_PERSON, Channel.IN_PERSON,
				on(day), on(day), historical, new Personal("李某", null, null, null, null, "某项目", null, null));
	}

	static CorrectionRequested correctionRequested() {
		return new CorrectionRequested(CASE, on("2024-03-06"), on("2024-03-20"), NOTHING);
	}

	static CorrectionSupplied correctionSupplied() {
		return new CorrectionSupplied(CASE, on("2024-03-15"), NOTHING);
	}

	static ThirdPartyConsulted thirdPartyAsked(int number) {
		return new ThirdPartyConsulted(CASE, number, on("2024-03-08"), NOTHING);
	}

	static DeadlineExtended extended() {
		return new DeadlineExtended(CASE, on("2024-03-28"), 20, "检索量大", null);
	}

	static ReasonsRequested reasonsAsked() {
		return new ReasonsRequested(CASE, on("2024-03-07"));
	}

	static FeeNoticeIssued feeNotice() {
		return new FeeNoticeIssued(CASE, on("2024-03-11"), FeeSchedule.PER_PAGE, 40, new BigDecimal("100"));
	}

	static FeePaid feePaid() {
		return new FeePaid(CASE, on("2024-03-18"));
	}

	static ApplicationDecided decided(Outcome outcome) {
		return new ApplicationDecided(CASE, outcome, on("2024-03-29"), "〔2024〕1号", null, List.of(), null);
	}

	static DecideApplication decide(Outcome outcome, String day) {
		return new DecideApplication(ID, outcome, on(day), "〔2024〕1号", null, List.of(), null);
	}

}
