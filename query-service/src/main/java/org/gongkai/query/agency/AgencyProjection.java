package org.gongkai.query.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.AgencyClosed;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
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

	private static final Table SPANS = Table.of("agency_spans", "code", "valid_from", "known_from", "name", "parent");

	/// An office after some of its events.
	private record Office(AgencyRegistered registered, String name, @Nullable String parent,
			@Nullable LocalDate ledgerOpenedOn, @Nullable LocalDate closedOn) {
	}

	@Override
	public String name() {
		return "agencies";
	}

	@Override
	public List<Table> tables() {
		return List.of(AGENCIES, SPANS);
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
			Office before = office;
			office = fold(before, event);
			if (before == null || !before.name().equals(office.name())
					|| !Objects.equals(before.parent(), office.parent())) {
				rows.add(SPANS, event.code(), event.effectiveOn(), recorded.position(), office.name(), office.parent());
			}
		}
		if (office == null) {
			return rows;
		}
		return rows.add(AGENCIES, office.registered().code(), office.name(), office.registered().kind(),
				office.parent(), office.registered().registeredOn(), office.ledgerOpenedOn(), office.closedOn());
	}

	private static Office fold(@Nullable Office office, AgencyEvent event) {
		if (event instanceof AgencyRegistered e) {
			return new Office(e, e.name(), e.parent(), null, null);
		}
		if (office == null) {
			throw new IllegalStateException("the log of " + event.code() + " does not begin with its registration");
		}
		return switch (event) {
			case AgencyRegistered _ -> office;
			case AgencyRenamed e ->
				new Office(office.registered(), e.name(), office.parent(), office.ledgerOpenedOn(), office.closedOn());
			case AgencyReparented e ->
				new Office(office.registered(), office.name(), e.parent(), office.ledgerOpenedOn(), office.closedOn());
			case LedgerOpened e ->
				new Office(office.registered(), office.name(), office.parent(), e.openedOn(), office.closedOn());
			case AgencyClosed e ->
				new Office(office.registered(), office.name(), office.parent(), office.ledgerOpenedOn(), e.closedOn());
		};
	}

}
