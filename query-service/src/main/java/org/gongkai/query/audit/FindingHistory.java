package org.gongkai.query.audit;

import java.util.List;
import java.util.Locale;

import org.gongkai.events.application.PersonalText;
import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.log.LogReader;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.query.application.Sentence;
import org.springframework.stereotype.Component;

/// What was said of a finding, straight from the log.
@Component
class FindingHistory {

	private final LogReader log;

	FindingHistory(LogReader logReader) {
		this.log = logReader;
	}

	/// The entries in their order; empty where nobody took the finding up.
	List<CaseHistory.Entry> of(String findingId) {
		return this.log.stream("finding:" + findingId)
			.stream()
			.map((recorded) -> CaseHistory.Entry.of(recorded, words((FindingEvent) recorded.event()), null))
			.toList();
	}

	private static Sentence words(FindingEvent event) {
		return switch (event) {
			case FindingOpened e -> say("立案检查", "taken up", e.personal());
			case FindingAnswered e ->
				say(e.disputed() ? "机关有异议" : "机关无异议", e.disputed() ? "disputed" : "accepted", e.personal());
			case FindingClosed e -> say("结案，" + FindingForms.label(e.result()),
					"closed: " + e.result().name().toLowerCase(Locale.ROOT), e.personal());
		};
	}

	private static Sentence say(String zh, String en, PersonalText personal) {
		String said = (personal.text() == null || personal.text().isBlank()) ? "" : personal.text();
		return new Sentence(said.isEmpty() ? zh : zh + "：" + said, en);
	}

}
