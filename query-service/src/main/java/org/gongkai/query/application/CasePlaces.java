package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.springframework.stereotype.Component;

/// Whose a case is from a day on, with the positions between which it was known: a table as effective on a day counts a case with the
/// body that had it then.
@Component
class CasePlaces implements Projection {

	private static final Table PLACES = Table.of("case_places", "known_from", "known_to", "step", "from_on", "agency");

	/// Before every day that anything can have happened on.
	private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

	private record Place(LocalDate from, String agency) {
	}

	@Override
	public String name() {
		return "case-places";
	}

	@Override
	public List<Table> tables() {
		return List.of(PLACES);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof ApplicationEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		KnownSpan.ofViews(stream, CasePlaces::places).forEach((span) -> {
			for (int step = 0; step < span.facts().size(); step++) {
				Place place = span.facts().get(step);
				rows.add(PLACES, span.from(), span.to(), step, place.from(), place.agency());
			}
		});
		return rows;
	}

	private static List<Place> places(List<Recorded<Event>> stream) {
		Set<Long> struck = stream.stream()
			.filter((recorded) -> recorded.event() instanceof EntryStruck)
			.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
		List<Place> places = new ArrayList<>();
		places.add(new Place(BEGINNING, ((ApplicationReceived) stream.getFirst().event()).agency()));
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof ApplicationTransferred e && !struck.contains(recorded.sequence())) {
				places.add(new Place(e.transferredOn(), e.toAgency()));
			}
		}
		return places;
	}

}
