package org.gongkai.statute.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.gongkai.statute.disclosure.PublicationTerm;
import org.jspecify.annotations.Nullable;

/// 主动公开检查: whether a piece of information was published within its term (article 26). What is withheld has no term.
public final class DisclosureInspection {

	private DisclosureInspection() {
	}

	/// @param entries the events of a piece from its draft on
	/// @param today the day as of which what is not published is judged
	public static List<Departure> of(List<Recorded<Event>> entries, WorkingCalendar calendar, LocalDate today) {
		InformationDrafted drafted = (InformationDrafted) entries.getFirst().event();
		@Nullable LocalDate published = null;
		boolean withheld = false;
		List<Long> rests = new ArrayList<>(List.of(0L));
		for (Recorded<Event> recorded : entries) {
			switch ((InformationEvent) recorded.event()) {
				case InformationStruck _ -> {
					return List.of();
				}
				case InformationReviewed e -> withheld = e.result() == ReviewResult.WITHHOLD;
				case InformationPublished e -> {
					if (published == null || e.publishedOn().isBefore(published)) {
						published = e.publishedOn();
					}
					rests.add(recorded.sequence());
				}
				default -> {
				}
			}
		}
		PublicationTerm term = PublicationTerm.of(drafted.madeOn(), drafted.dueOn(), calendar);
		if (withheld && published == null || !term.isLate(published, today)) {
			return List.of();
		}
		LocalDate on = (published == null) ? today : published;
		int days = Math.max(1, calendar.workingDaysBetween(term.dueOn(), on));
		return List.of(new Departure(FindingRule.LATE_PUBLICATION, FindingRule.LATE_PUBLICATION.severity(), 0, rests,
				(published == null) ? List.of(term.dueOn()) : List.of(term.dueOn(), published), days,
				drafted.madeOn() + "形成，应于" + term.dueOn() + "前公开，"
						+ ((published == null) ? "至" + today + "尚未公开" : published + "公开") + "，超过" + days + "个工作日",
				"made on " + drafted.madeOn() + ", to be published by " + term.dueOn() + ", "
						+ ((published == null) ? "not published by " + today : "published on " + published) + ", "
						+ days + " working days late"));
	}

}
