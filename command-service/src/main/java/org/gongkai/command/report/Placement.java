package org.gongkai.command.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.gongkai.command.agency.AgencyCode;
import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.jspecify.annotations.Nullable;

/// 隶属关系与统计口径, as the log has them at one moment: whose records a report counts, and how it counts disputes.
final class Placement {

	private final Function<String, List<? extends Event>> streams;

	private final Map<ReportId, Set<String>> above = new HashMap<>();

	/// @param streams the events of a stream at that moment
	Placement(Function<String, List<? extends Event>> streams) {
		this.streams = streams;
	}

	/// Whether a report counts the records of an agency: its own, and those of all that
	/// it was responsible for at the end of the year where it counts them.
	boolean counts(PublicEditions.Edition edition, AgencyCode agency) {
		AgencyCode reports = edition.report().agency();
		return agency.equals(reports) || edition.withSubordinates()
				&& above(new ReportId(agency, edition.report().year())).contains(reports.value());
	}

	/// How a report counts disputes: by its agency's latest choice for the year; what was
	/// carried in included where it chose nothing.
	DisputeCounting counting(ReportId report) {
		DisputeCounting counting = DisputeCounting.INCLUDING_CARRIED_IN;
		for (Event event : this.streams.apply(report.agency().streamId())) {
			if (event instanceof DisputeCountingChosen chosen && chosen.fromYear() <= report.year()) {
				counting = chosen.counting();
			}
		}
		return counting;
	}

	/// The codes of all that are responsible for an agency at the end of a year. A move
	/// that is dated back may have led into a circle, which is walked once.
	private Set<String> above(ReportId of) {
		Set<String> known = this.above.get(of);
		if (known != null) {
			return known;
		}
		LocalDate day = LocalDate.of(of.year(), 12, 31);
		Set<String> codes = new LinkedHashSet<>();
		String next = parent(of.agency(), day);
		while (next != null && codes.add(next)) {
			next = parent(new AgencyCode(next), day);
		}
		this.above.put(of, codes);
		return codes;
	}

	/// Who was responsible on a day: by the latest move up to it, of two on one day the
	/// one that was recorded later.
	private @Nullable String parent(AgencyCode agency, LocalDate day) {
		LocalDate since = LocalDate.MIN;
		String parent = null;
		for (Event event : this.streams.apply(agency.streamId())) {
			LocalDate on = event.effectiveOn();
			if (on.isAfter(day) || on.isBefore(since)) {
				continue;
			}
			if (event instanceof AgencyRegistered e) {
				parent = e.parent();
				since = on;
			}
			else if (event instanceof AgencyReparented e) {
				parent = e.parent();
				since = on;
			}
		}
		return parent;
	}

}
