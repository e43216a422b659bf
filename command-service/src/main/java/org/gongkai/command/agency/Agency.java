package org.gongkai.command.agency;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Set;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Office.Registered;
import org.gongkai.events.agency.AgencyClosed;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one agency.
@AggregateRoot(type = "agency")
public class Agency {

	@AggregateIdentifier
	private @Nullable String id;

	private Office state = new Office.None("");

	/// For the framework, before the agency's events are replayed.
	protected Agency() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(RegisterAgency c, Offices offices) {
		if (this.state instanceof Registered) {
			throw new Refused(Rule.AGENCY_EXISTS, "an agency is registered as " + c.code().value());
		}
		AgencyCode parent = c.parent();
		if (parent != null) {
			offices.openOn(parent.value(), c.registeredOn());
		}
		apply(new AgencyRegistered(c.code().value(), c.name().strip(), c.kind(), text(parent), c.registeredOn()));
	}

	@CommandHandler
	void decide(RenameAgency c) {
		Registered office = existing(c.renamedOn());
		apply(new AgencyRenamed(office.code(), c.name().strip(), c.renamedOn()));
	}

	@CommandHandler
	void decide(ReparentAgency c, Offices offices) {
		Registered office = existing(c.movedOn());
		AgencyCode parent = c.parent();
		if (parent != null) {
			offices.openOn(parent.value(), c.movedOn());
			refuseCycle(office.code(), parent.value(), offices);
		}
		apply(new AgencyReparented(office.code(), text(parent), c.movedOn()));
	}

	@CommandHandler
	void decide(OpenLedger c) {
		Registered office = this.state.registered();
		if (office.ledgerOpenedOn() != null) {
			throw new Refused(Rule.LEDGER_ALREADY_OPENED, "the records begin on " + office.ledgerOpenedOn());
		}
		if (!MonthDay.from(c.openedOn()).equals(MonthDay.of(1, 1))) {
			// article 50: the report is of a calendar year, and a year kept in part is no
			// report
			throw new Refused(Rule.LEDGER_OPENS_ON_NEW_YEARS_DAY,
					"records begin on a 1 January, not on " + c.openedOn());
		}
		apply(new LedgerOpened(office.code(), c.openedOn()));
	}

	@CommandHandler
	void decide(ChooseDisputeCounting c) {
		Registered office = this.state.registered();
		apply(new DisputeCountingChosen(office.code(), c.counting(), c.fromYear(), c.chosenOn()));
	}

	@CommandHandler
	void decide(CloseAgency c) {
		Registered office = existing(c.closedOn());
		apply(new AgencyClosed(office.code(), c.closedOn()));
	}

	@EventSourcingHandler
	void evolve(AgencyEvent event) {
		this.id = new AgencyCode(event.code()).streamId();
		this.state = Office.evolve(this.state, event);
	}

	private Registered existing(LocalDate day) {
		Registered office = this.state.registered();
		if (!office.isOpenOn(day)) {
			throw new Refused(Rule.AGENCY_CLOSED, "the agency does not exist on " + day);
		}
		return office;
	}

	private static void refuseCycle(String code, String parent, Offices offices) {
		Set<String> above = new HashSet<>(Set.of(code));
		for (String next = parent; next != null; next = offices.find(next).registered().parent()) {
			if (!above.add(next)) {
				throw new Refused(Rule.AGENCY_CYCLE, code + " is responsible for " + parent + " already");
			}
		}
	}

	private static @Nullable String text(@Nullable AgencyCode code) {
		return (code == null) ? null : code.value();
	}

}
