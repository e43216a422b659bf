package org.gongkai.command.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.gongkai.command.Command;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.hamcrest.CustomMatcher;

/// A filing cabinet with one record in it. There are the city C with its department D, and the township T.
final class Cabinet {

	private static final Map<String, Office> OFFICES = Map.of("C", office("C", AgencyKind.CITY, null, null, null), "D",
			office("D", AgencyKind.DEPARTMENT, "C", null, null), "T",
			office("T", AgencyKind.TOWNSHIP, null, "2023-01-01", null), "old",
			office("old", AgencyKind.TOWNSHIP, null, null, "2024-02-01"));

	private final TestExecutor<?> given;

	private Cabinet(TestExecutor<?> given) {
		this.given = given;
	}

	static Cabinet of(Class<?> aggregate, DisclosureEvent... events) {
		AggregateTestFixture<?> fixture = new AggregateTestFixture<>(aggregate);
		Offices offices = (code) -> OFFICES.getOrDefault(code, new Office.None(code));
		fixture.registerInjectableResource(offices);
		return new Cabinet((events.length == 0) ? fixture.givenNoPriorActivity() : fixture.given(List.of(events)));
	}

	/// Does it and expects exactly one event.
	void records(Command command, DisclosureEvent event) {
		this.given.when(command).expectSuccessfulHandlerExecution().expectEvents(event);
	}

	void refuses(Command command, Rule rule) {
		this.given.when(command).expectNoEvents().expectException(new CustomMatcher<Throwable>("refused by " + rule) {
			@Override
			public boolean matches(Object refused) {
				return refused instanceof Refused it && it.rule() == rule;
			}
		});
	}

	static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

	private static Office office(String code, AgencyKind kind, String parent, String ledger, String closed) {
		return new Office.Registered(code, code, kind, parent, on("2000-01-01"), (ledger == null) ? null : on(ledger),
				(closed == null) ? null : on(closed));
	}

}
