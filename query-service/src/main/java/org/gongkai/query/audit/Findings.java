package org.gongkai.query.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.gongkai.access.Overloaded;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.audit.FindingResult;
import org.gongkai.log.LogReader;
import org.gongkai.query.ReadModels;
import org.gongkai.query.Stored;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.audit.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 检查发现: every place where a record departs from the law, computed when it is asked for, beside what inspector and office said of
/// it. A finding that was taken up and is gone by a later correction is told as it was, and that it is gone.
@Component
class Findings {

	private static final int LARGEST = 500;

	/// As long as a computation may take.
	private static final Duration LONGEST = Duration.ofMinutes(1);

	/// As a list is read: the gravest first, then by agency and record.
	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
		.thenComparing(Finding::agency)
		.thenComparing(Finding::record)
		.thenComparing(Finding::findingId);

	/// As many as a page may lie behind the first.
	private static final int DEEPEST = 10_000;

	private final Inspection inspection;

	private final LogReader log;

	private final ReadModels models;

	Findings(Inspection inspection, LogReader logReader, ReadModels readModels) {
		this.inspection = inspection;
		// what is found turns on days and acts alone
		this.log = logReader.impersonal();
		this.models = readModels;
	}

	/// How far a finding is.
	enum State {

		/// 未立案: nobody took it up.
		NEW,
		/// 已立案.
		OPEN,
		/// 机关已说明.
		ANSWERED,
		/// 已结案.
		CLOSED;

		/// In Chinese.
		public String label() {
			return switch (this) {
				case NEW -> "未立案";
				case OPEN -> "已立案";
				case ANSWERED -> "机关已说明";
				case CLOSED -> "已结案";
			};
		}

	}

	/// What inspector and office said.
	///
	/// @param disputed whether the office disputes it
	/// @param openedPosition where it was taken up
	/// @param version the place of the last entry of the finding, from 0
	record Handling(boolean disputed, @Nullable FindingResult result, LocalDate openedOn, long openedPosition,
			@Nullable LocalDate answeredOn, @Nullable LocalDate closedOn, long version) {
	}

	/// One finding.
	///
	/// @param findingId its stable name: rule, record and the entry it is about
	/// @param rule code of the rule
	/// @param agency code of the agency that has the record
	/// @param record the case, dispute, piece of information or agency
	/// @param days the days it turns on, the term's end first
	/// @param workingDays by how many something is late; 0 where it is not about lateness
	/// @param vanished whether it is gone by a later correction; zh and en tell it as it
	/// was
	/// @param handling null while nobody took it up
	record Finding(String findingId, String rule, Severity severity, String agency, String record, String article,
			String title, String zh, String en, int workingDays, List<LocalDate> days, List<Evidence> evidence,
			boolean vanished, State state, @Nullable Handling handling) {

		Finding with(State further, Handling said) {
			return new Finding(this.findingId, this.rule, this.severity, this.agency, this.record, this.article,
					this.title, this.zh, this.en, this.workingDays, this.days, this.evidence, this.vanished, further,
					said);
		}

	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes; empty for all
	/// @param behind only findings behind this one in the order of the list
	/// @param page from 0
	/// @param size 1 to 500
	record Search(List<String> agencies, @Nullable FindingRule rule, @Nullable Severity severity, @Nullable State state,
			@Nullable String record, @Nullable Place behind, int page, int size) {

		/// @throws Refused `malformed` for a page or size out of range
		Search {
			if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
				throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
			}
			if ((page + 1L) * size > DEEPEST) {
				throw new Refused(Rule.MALFORMED,
						"a page by its number ends at " + DEEPEST + " findings; narrow the search, or follow `next`",
						"page");
			}
		}

		/// The last one that the page may show, counted from 1.
		int end() {
			return (this.page + 1) * this.size;
		}

		boolean wants(Finding finding) {
			return (this.agencies.isEmpty() || this.agencies.contains(finding.agency()))
					&& (this.rule == null || this.rule.code().equals(finding.rule()))
					&& (this.severity == null || this.severity == finding.severity())
					&& (this.state == null || this.state == finding.state())
					&& (this.record == null || this.record.equals(finding.record()));
		}

	}

	/// Where a finding is in the list; written as `severity~agency~findingId`.
	record Place(Severity severity, String agency, String findingId) {

		/// @throws Refused `malformed`
		static Place parse(String text) {
			String[] parts = text.split("~", 3);
			try {
				if (parts.length == 3 && parts[2].indexOf(':') < parts[2].lastIndexOf(':')) {
					return new Place(Stored.constant(Severity.class, parts[0]), parts[1], parts[2]);
				}
			}
			catch (IllegalArgumentException ex) {
				// refused below
			}
			throw new Refused(Rule.MALFORMED, "`behind` is taken from `next`", "behind");
		}

		static Place of(Finding finding) {
			return new Place(finding.severity(), finding.agency(), finding.findingId());
		}

		boolean isBefore(Finding finding) {
			return ORDER.compare(new Finding(this.findingId, "", this.severity, this.agency, recordOf(this.findingId),
					"", "", "", "", 0, List.of(), List.of(), false, State.NEW, null), finding) < 0;
		}

		@Override
		public String toString() {
			return Stored.name(this.severity) + "~" + this.agency + "~" + this.findingId;
		}

	}

	/// One page of what was found.
	///
	/// @param total how many there are on all pages
	/// @param next where the next page begins; null on the last
	record Page(List<Finding> items, int page, int size, long total, @Nullable Place next) {

		/// How many pages there are, at least 1.
		public long pages() {
			return Math.max(1, (this.total + this.size - 1) / this.size);
		}

	}

	/// The findings of a search, the gravest first. The log is read once, some records at
	/// a time, and of what is found
	/// only what the page needs is kept.
	/// @throws Overloaded where that takes longer than a minute
	Page search(Search search) {
		Nearest nearest = new Nearest(search);
		String record = search.record();
		if (record != null) {
			about(record).forEach(nearest::accept);
		}
		else {
			each(nearest::accept);
		}
		return nearest.page();
	}

	/// @throws Refused `unknown-finding`
	Finding get(String id) {
		return ((id.indexOf(':') == id.lastIndexOf(':')) ? List.<Finding>of() : about(recordOf(id))).stream()
			.filter((finding) -> finding.findingId().equals(id))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_FINDING, "there is no such finding"));
	}

	private static String recordOf(String findingId) {
		return findingId.substring(findingId.indexOf(':') + 1, findingId.lastIndexOf(':'));
	}

	private List<Finding> about(String record) {
		Map<String, List<Recorded<Event>>> stream = this.log.streams(List.of(record), this.models.position());
		return this.inspection.of(List.copyOf(stream.values()), this.inspection.basis());
	}

	private synchronized void each(Consumer<Finding> finding) {
		long began = System.nanoTime();
		long position = this.models.position();
		Inspection.Basis basis = this.inspection.basis();
		String after = "";
		while (after != null) {
			LogReader.NextStreams some = this.log.nextStreams(after, position);
			this.inspection.of(some.streams(), basis).forEach(finding);
			after = some.next();
			if (System.nanoTime() - began > LONGEST.toNanos()) {
				throw Overloaded.overBudget("the findings of the whole log are not computed within "
						+ LONGEST.toSeconds() + " s; ask about one record");
			}
		}
	}

	/// Keeps what the wanted page needs of all that is found.
	private static final class Nearest {

		private final Search search;

		/// The last one first.
		private final PriorityQueue<Finding> kept = new PriorityQueue<>(ORDER.reversed());

		private long total;

		private long behind;

		Nearest(Search search) {
			this.search = search;
		}

		void accept(Finding finding) {
			if (!this.search.wants(finding)) {
				return;
			}
			this.total++;
			Place place = this.search.behind();
			if (place != null && !place.isBefore(finding)) {
				return;
			}
			this.behind++;
			this.kept.add(finding);
			if (this.kept.size() > this.search.end()) {
				this.kept.remove();
			}
		}

		Page page() {
			List<Finding> sorted = this.kept.stream()
				.sorted(ORDER)
				.skip((long) this.search.page() * this.search.size())
				.toList();
			boolean more = this.behind > this.search.end();
			return new Page(sorted, this.search.page(), this.search.size(), this.total,
					more ? Place.of(sorted.getLast()) : null);
		}

	}

}
