package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.query.Vantage;
import org.jspecify.annotations.Nullable;

/// The entries of a case as somebody sees them from a vantage: those recorded by then, and of these what had happened by the day.
/// Receipt and conclusion happened on the days that hold after all corrections known; corrections themselves always count.
final class CaseThen {

	private final List<Recorded<Event>> known;

	private final Set<Long> struck;

	private CaseThen(List<Recorded<Event>> known) {
		this.known = known;
		this.struck = known.stream()
			.filter((recorded) -> recorded.event() instanceof EntryStruck)
			.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
	}

	/// @param stream the events of a case from its first on
	/// @return empty where the case was not recorded, or not received, by then
	static List<Recorded<Event>> of(List<Recorded<Event>> stream, Vantage vantage) {
		List<Recorded<Event>> known = stream.stream()
			.filter((recorded) -> recorded.position() <= vantage.position())
			.toList();
		if (known.isEmpty() || vantage.effectiveOn() == null) {
			return known;
		}
		CaseThen then = new CaseThen(known);
		return vantage.counts(then.day(known.getFirst()))
				? known.stream().filter((recorded) -> vantage.counts(then.day(recorded))).toList() : List.of();
	}

	/// The day an entry happened on, as far as it bears on the question.
	private LocalDate day(Recorded<Event> recorded) {
		return switch (recorded.event()) {
			case EntryStruck _, RecordRectified _ -> LocalDate.MIN;
			case ApplicationReceived e -> word(recorded, RecordRectified::receivedOn, e.receivedOn());
			case ApplicationDecided _, CorrectionLapsed _, FeeLapsed _, ApplicationWithdrawn _ ->
				word(recorded, RecordRectified::concludedOn, recorded.event().effectiveOn());
			default -> recorded.event().effectiveOn();
		};
	}

	/// The last word on the day of an entry, its own or a later correction's.
	private LocalDate word(Recorded<Event> of, Function<RecordRectified, @Nullable LocalDate> field, LocalDate own) {
		LocalDate day = own;
		for (Recorded<Event> recorded : this.known) {
			if (recorded.event() instanceof RecordRectified right && recorded.sequence() > of.sequence()
					&& !this.struck.contains(recorded.sequence())) {
				day = Objects.requireNonNullElse(field.apply(right), day);
			}
		}
		return day;
	}

}
