package org.gongkai.query.integration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.access.Records;
import org.gongkai.events.Event;
import org.gongkai.events.access.AccessEvent;
import org.gongkai.events.agency.AgencyClosed;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.events.calendar.CalendarEvent;
import org.gongkai.log.received.Contradiction;
import org.gongkai.log.received.Judge;
import org.gongkai.log.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/// Brings together what several sources say. The records of an agency come from one source: the one that is declared to speak
/// for it, else the first that sends any. Who an agency is may be said by all, as each registers its superiors too: what is
/// the same is kept once, what differs stops the source that says it, unless a declared speaker settles it.
final class Speakers implements Judge {

	/// Stands for the working days of every year.
	static final String CALENDAR = "calendar";

	private final Map<String, String> declared;

	/// @param declared the source that speaks for an agency, by its code
	Speakers(Map<String, String> declared) {
		this.declared = Map.copyOf(declared);
	}

	@Override
	public Verdict judge(StreamRecord record, Event event, Known known) {
		return switch (event) {
			// who may sign in elsewhere may not sign in here
			case AccessEvent _ -> Verdict.SET_ASIDE;
			case CalendarEvent notice -> notice(record, notice, known);
			case LedgerOpened e -> work(record, e.code(), known);
			case DisputeCountingChosen e -> work(record, e.code(), known);
			case AgencyEvent statement -> statement(record, statement, known);
			default -> work(record, Records.agencyOf(record.stream()), known);
		};
	}

	/// What only an agency itself records.
	private Verdict work(StreamRecord record, String agency, Known known) {
		String told = this.declared.get(agency);
		String speaker = known.speaker(agency);
		String other = (speaker != null) ? speaker : told;
		if (other != null && !other.equals(record.source())) {
			throw new Contradiction("records of agency " + agency + " come from " + other + " and from "
					+ record.source() + ": only one of them can speak for it");
		}
		if (told != null && !told.equals(record.source())) {
			throw new Contradiction("records of agency " + agency + " were taken from " + record.source() + " before "
					+ told + " was declared to speak for it: receive everything anew");
		}
		if (speaker == null) {
			known.speaks(agency);
		}
		return record.stream().startsWith("agency:") ? Verdict.KEEP_BESIDE_OTHERS : Verdict.KEEP;
	}

	private Verdict statement(StreamRecord record, AgencyEvent statement, Known known) {
		String told = this.declared.get(statement.code());
		if (told != null && !told.equals(record.source())) {
			return Verdict.SET_ASIDE;
		}
		List<Heard> heard = known.heard(record.stream());
		if (heard.isEmpty()) {
			return Verdict.KEEP_BESIDE_OTHERS;
		}
		String speaker = (told != null) ? told : known.speaker(statement.code());
		String trusted = (speaker != null) ? speaker : heard.getFirst().source();
		Said said = Said.in(heard);
		if (trusted.equals(record.source())) {
			return (statement instanceof AgencyRegistered registered && said.holds(registered)) ? Verdict.SET_ASIDE
					: Verdict.KEEP_BESIDE_OTHERS;
		}
		if (said.holds(statement)) {
			return Verdict.SET_ASIDE;
		}
		if (speaker == null && statement instanceof AgencyRegistered registered && said.isWithoutSuperior()
				&& said.holds(withoutSuperior(registered))) {
			// who registered it before knew nothing above it
			return Verdict.KEEP_BESIDE_OTHERS;
		}
		throw new Contradiction(
				record.source() + " says of agency " + statement.code() + " " + words(statement) + ", and " + trusted
						+ " " + said.words() + ": declare which source speaks for it (gongkai.query.follow.sources)");
	}

	private Verdict notice(StreamRecord record, CalendarEvent event, Known known) {
		String told = this.declared.get(CALENDAR);
		if (told != null && !told.equals(record.source())) {
			return Verdict.SET_ASIDE;
		}
		List<Heard> heard = known.heard(record.stream());
		if (told != null || heard.isEmpty() || heard.getFirst().source().equals(record.source())) {
			return Verdict.KEEP_BESIDE_OTHERS;
		}
		CalendarAnnounced notice = (CalendarAnnounced) event;
		if (heard.stream().anyMatch((one) -> sameDays((CalendarAnnounced) one.event(), notice))) {
			return Verdict.SET_ASIDE;
		}
		throw new Contradiction(
				record.source() + " and " + heard.getFirst().source() + " announce other working days of "
						+ notice.year() + ": declare whose calendar holds (gongkai.query.follow.sources)");
	}

	private static boolean sameDays(CalendarAnnounced one, CalendarAnnounced other) {
		return Set.copyOf(one.daysOff()).equals(Set.copyOf(other.daysOff()))
				&& Set.copyOf(one.makeUpDays()).equals(Set.copyOf(other.makeUpDays()));
	}

	private static AgencyRegistered withoutSuperior(AgencyRegistered e) {
		return new AgencyRegistered(e.code(), e.name(), e.kind(), null, e.registeredOn());
	}

	private static String words(AgencyEvent statement) {
		return switch (statement) {
			case AgencyRegistered e -> "“" + e.name() + "”, " + e.kind() + ", under " + e.parent();
			case AgencyRenamed e -> "“" + e.name() + "”";
			case AgencyReparented e -> "under " + e.parent();
			case AgencyClosed e -> "closed on " + e.closedOn();
			case LedgerOpened _, DisputeCountingChosen _ -> throw new IllegalArgumentException(statement.toString());
		};
	}

	/// What was ever said of an agency: names and superiors change, and not every source
	/// writes it down on the same day.
	private record Said(Set<String> names, Set<AgencyKind> kinds, Set<@Nullable String> superiors, boolean closed) {

		static Said in(List<Heard> heard) {
			Said said = new Said(new HashSet<>(), new HashSet<>(), new HashSet<>(),
					heard.stream().anyMatch((one) -> one.event() instanceof AgencyClosed));
			for (Heard one : heard) {
				switch ((AgencyEvent) one.event()) {
					case AgencyRegistered e -> {
						said.names.add(e.name());
						said.kinds.add(e.kind());
						said.superiors.add(e.parent());
					}
					case AgencyRenamed e -> said.names.add(e.name());
					case AgencyReparented e -> said.superiors.add(e.parent());
					case LedgerOpened _, DisputeCountingChosen _, AgencyClosed _ -> {
					}
				}
			}
			return said;
		}

		/// Whether nobody said yet who is above it.
		boolean isWithoutSuperior() {
			return this.superiors.stream().allMatch(Objects::isNull);
		}

		/// A source that knows nothing above an agency says nothing about that.
		boolean holds(AgencyEvent statement) {
			return switch (statement) {
				case AgencyRegistered e -> this.names.contains(e.name()) && this.kinds.contains(e.kind())
						&& (e.parent() == null || this.superiors.contains(e.parent()));
				case AgencyRenamed e -> this.names.contains(e.name());
				case AgencyReparented e -> e.parent() == null || this.superiors.contains(e.parent());
				case AgencyClosed _ -> this.closed;
				case LedgerOpened _, DisputeCountingChosen _ -> false;
			};
		}

		String words() {
			return this.names.stream().sorted().collect(Collectors.joining("”, “", "“", "”")) + ", " + this.kinds
					+ ", under " + this.superiors;
		}

	}

}
