package org.gongkai.query.agency;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.AgencyClosed;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The offices as they are, and their names and places in the hierarchy as they were.
@Component
class AgencyProjection implements Projection {

	private static final Table AGENCIES = Table.of("agencies", "code", "name", "kind", "parent", "registered_on",
			"ledger_opened_on", "closed_on");

	private static final Table NAMES = Table.of("agency_names", "code", "valid_from", "known_from", "name");

	private static final Table PARENTS = Table.of("agency_parents", "code", "valid_from", "known_from", "parent");

	private static final Table COUNTING = Table.of("agency_dispute_counting", "code", "from_year", "known_from",
			"counting");

	/// An office after some of its events.
	private record Office(AgencyRegistered registered, Since<String> name, Since<@Nullable String> parent,
			@Nullable LocalDate ledgerOpenedOn, @Nullable LocalDate closedOn) {
	}

	/// What holds since a day. An earlier day that is written down later changes the past
	/// alone.
	private record Since<T extends @Nullable Object>(LocalDate day, T value) {

		Since<T> then(LocalDate later, T change) {
			return later.isBefore(this.day) ? this : new Since<>(later, change);
		}

	}

	@Override
	public String name() {
		return "agencies";
	}

	@Override
	public List<Table> tables() {
		return List.of(AGENCIES, NAMES, PARENTS, COUNTING);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof AgencyEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		Office office = null;
		for (Recorded<Event> recorded : stream) {
			AgencyEvent event = (AgencyEvent) recorded.event();
			office = fold(office, event);
			switch (event) {
				case AgencyRegistered e -> {
					rows.add(NAMES, e.code(), e.registeredOn(), recorded.position(), e.name());
					rows.add(PARENTS, e.code(), e.registeredOn(), recorded.position(), e.parent());
				}
				case AgencyRenamed e -> rows.add(NAMES, e.code(), e.renamedOn(), recorded.position(), e.name());
				case AgencyReparented e -> rows.add(PARENTS, e.code(), e.movedOn(), recorded.position(), e.parent());
				case DisputeCountingChosen e ->
					rows.add(COUNTING, e.code(), e.fromYear(), recorded.position(), e.counting());
				case LedgerOpened _, AgencyClosed _ -> {
				}
			}
		}
		if (office == null) {
			return rows;
		}
		return rows.add(AGENCIES, office.registered().code(), office.name().value(), office.registered().kind(),
				office.parent().value(), office.registered().registeredOn(), office.ledgerOpenedOn(),
				office.closedOn());
	}

	private static Office fold(@Nullable Office office, AgencyEvent event) {
		if (event instanceof AgencyRegistered e) {
			return new Office(e, new Since<>(e.registeredOn(), e.name()), new Since<>(e.registeredOn(), e.parent()),
					null, null);
		}
		if (office == null) {
			throw new IllegalStateException("the log of " + event.code() + " does not begin with its registration");
		}
		return switch (event) {
			case AgencyRegistered _, DisputeCountingChosen _ -> office;
			case AgencyRenamed e -> new Office(office.registered(), office.name().then(e.renamedOn(), e.name()),
					office.parent(), office.ledgerOpenedOn(), office.closedOn());
			case AgencyReparented e -> new Office(office.registered(), office.name(),
					office.parent().then(e.movedOn(), e.parent()), office.ledgerOpenedOn(), office.closedOn());
			case LedgerOpened e ->
				new Office(office.registered(), office.name(), office.parent(), e.openedOn(), office.closedOn());
			case AgencyClosed e ->
				new Office(office.registered(), office.name(), office.parent(), office.ledgerOpenedOn(), e.closedOn());
		};
	}

}
