package org.gongkai.acceptance.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.gongkai.acceptance.ledger.HandCount.Entry;
import org.jspecify.annotations.Nullable;

/// Two of the inspector's rules as someone with the log, a calendar on the wall and a pencil would follow them: each name of a
/// finding with the working days by which something was late.
final class FindingsByHand {

	/// What stops no clock and moves no term.
	private static final Set<String> PLAIN = Set.of("application.ApplicationReceived", "application.ApplicationDecided",
			"application.ReplyDelivered", "application.RecordRectified", "application.EntryStruck",
			"application.DecisionDrafted", "application.DraftReturned");

	private final HandCount log;

	private final Predicate<LocalDate> works;

	private final LocalDate today;

	/// @param works whether a day is a working day
	FindingsByHand(HandCount log, Predicate<LocalDate> works, LocalDate today) {
		this.log = log;
		this.works = works;
		this.today = today;
	}

	/// Article 30: what is to be corrected is told within seven working days of the
	/// receipt.
	Map<String, Integer> lateCorrectionNotices() {
		Map<String, Integer> late = new TreeMap<>();
		for (List<Entry> life : this.log.lives("application.")) {
			List<Entry> standing = HandCount.standing(life, "application.EntryStruck");
			Entry told = first(standing, "application.CorrectionRequested");
			Entry reopened = first(standing, "application.RedecisionOrdered");
			if (standing.contains(life.getFirst()) && told != null
					&& (reopened == null || told.sequence() < reopened.sequence())) {
				note(late, "late-correction-notice:" + told.stream() + ":" + told.sequence(), received(standing), 7,
						told.day("notifiedOn"));
			}
		}
		return late;
	}

	/// Article 33: an application is answered within twenty working days, as far as
	/// nothing but
	/// receipt, reply and delivery is on record.
	Map<String, Integer> overdueReplies() {
		Map<String, Integer> late = new TreeMap<>();
		for (List<Entry> life : this.log.lives("application.")) {
			List<Entry> standing = HandCount.standing(life, "application.EntryStruck");
			if (isPlain(standing) && standing.contains(life.getFirst())) {
				Entry decided = HandCount.latest(standing,
						(entry) -> entry.name().equals("application.ApplicationDecided"));
				boolean afterwards = life.getFirst().payload().path("historical").asBoolean();
				if (decided == null || !afterwards) {
					note(late, "reply-overdue:" + life.getFirst().stream() + ":0", received(standing), 20,
							(decided == null) ? this.today : answered(standing, decided));
				}
			}
		}
		return late;
	}

	/// The cases about which [#overdueReplies] speaks.
	Set<String> plainCases() {
		Set<String> plain = new TreeSet<>();
		for (List<Entry> life : this.log.lives("application.")) {
			if (isPlain(HandCount.standing(life, "application.EntryStruck"))) {
				plain.add(life.getFirst().stream());
			}
		}
		return plain;
	}

	private static boolean isPlain(List<Entry> standing) {
		return standing.stream().allMatch((entry) -> PLAIN.contains(entry.name()));
	}

	private static LocalDate received(List<Entry> standing) {
		Entry receipt = standing.getFirst();
		return LocalDate.parse(HandCount.word(standing, receipt, "application.RecordRectified", "receivedOn",
				receipt.text("receivedOn")));
	}

	private static LocalDate answered(List<Entry> standing, Entry decided) {
		Entry delivered = HandCount.latest(standing, (entry) -> entry.name().equals("application.ReplyDelivered"));
		return (delivered != null) ? delivered.day("deliveredOn") : LocalDate.parse(HandCount.word(standing, decided,
				"application.RecordRectified", "concludedOn", decided.text("decidedOn")));
	}

	/// Crosses off the days of the term on the calendar, and then those by which it is
	/// exceeded.
	private void note(Map<String, Integer> late, String finding, LocalDate from, int term, LocalDate done) {
		LocalDate day = from;
		for (int left = term; left > 0;) {
			day = day.plusDays(1);
			left -= this.works.test(day) ? 1 : 0;
		}
		if (done.isAfter(day)) {
			int days = (int) day.plusDays(1).datesUntil(done.plusDays(1)).filter(this.works).count();
			late.put(finding, Math.max(1, days));
		}
	}

	private static @Nullable Entry first(List<Entry> standing, String name) {
		return standing.stream().filter((entry) -> entry.name().equals(name)).findFirst().orElse(null);
	}

}
