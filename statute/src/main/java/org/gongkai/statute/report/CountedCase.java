package org.gongkai.statute.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.jspecify.annotations.Nullable;

/// 计入表三的申请: what of a case counts. It is new in the year of its day of receipt (article 31), its outcome counts in the year of
/// its conclusion, and in between it is carried over with the same kind of applicant [DER].
///
/// @param agency code of the agency that has it
/// @param applicantKind its column
/// @param receivedOn its day of receipt
/// @param outcome its outcome; null while open
/// @param concludedOn the day of its conclusion; null while open
/// @param isVoid whether the record was struck, so that it counts nowhere
public record CountedCase(String agency, ApplicantKind applicantKind, LocalDate receivedOn, @Nullable Outcome outcome,
		@Nullable LocalDate concludedOn, boolean isVoid) {

	/// Folds the entries of a case, from the first on.
	/// @param entries an entry's place in the list is its sequence in the case
	public static CountedCase of(List<ApplicationEvent> entries) {
		Set<Long> struck = new HashSet<>();
		entries.forEach((entry) -> {
			if (entry instanceof EntryStruck e) {
				struck.add(e.struckSequence());
			}
		});
		ApplicationReceived received = (ApplicationReceived) entries.getFirst();
		CountedCase counted = new CountedCase(received.agency(), received.applicantKind(), received.receivedOn(), null,
				null, struck.contains(0L));
		for (int sequence = 1; sequence < entries.size(); sequence++) {
			if (!struck.contains((long) sequence)) {
				counted = counted.after(entries.get(sequence));
			}
		}
		return counted;
	}

	/// Every cell of a year's table three that the case is counted in, the total column
	/// and the total row included.
	public Set<Cell> cells(int year) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = LocalDate.of(year, 12, 31);
		Set<Cell> cells = new HashSet<>();
		LocalDate concluded = this.concludedOn;
		if (this.isVoid || this.receivedOn.isAfter(last) || concluded != null && concluded.isBefore(first)) {
			return cells;
		}
		add(cells, this.receivedOn.isBefore(first) ? Row.CARRIED_IN : Row.NEW);
		Outcome how = this.outcome;
		if (how == null || concluded == null || concluded.isAfter(last)) {
			add(cells, Row.CARRIED_OUT);
		}
		else {
			add(cells, Row.of(how));
			add(cells, Row.TOTAL);
		}
		return cells;
	}

	/// How a year's cells change when a case changes: cell to the number added, which may
	/// be negative.
	/// @param before null where it was not counted before
	/// @param after null where it is not counted any more
	public static Map<Cell, Integer> changes(@Nullable CountedCase before, @Nullable CountedCase after, int year) {
		Map<Cell, Integer> changes = new HashMap<>();
		if (before != null) {
			before.cells(year).forEach((cell) -> changes.merge(cell, -1, Integer::sum));
		}
		if (after != null) {
			after.cells(year).forEach((cell) -> changes.merge(cell, 1, Integer::sum));
		}
		changes.values().removeIf((change) -> change == 0);
		return changes;
	}

	private void add(Set<Cell> cells, Row row) {
		cells.add(Cell.of(row, Column.of(this.applicantKind)));
		cells.add(Cell.of(row, Column.TOTAL));
	}

	private CountedCase after(ApplicationEvent event) {
		return switch (event) {
			case ApplicationReceived _, CorrectionRequested _, CorrectionSupplied _, ThirdPartyConsulted _,
					ThirdPartyOpinionRecorded _, AgencyConsulted _, AgencyOpinionRecorded _, DeadlineExtended _,
					ReasonsRequested _, ReasonsSupplied _, ReplyDelayed _, FeeNoticeIssued _, FeePaid _,
					ReplyDelivered _, RedecisionOrdered _, ApplicationRedecided _, EntryStruck _ ->
				this;
			case ApplicationTransferred e -> new CountedCase(e.toAgency(), this.applicantKind, this.receivedOn,
					this.outcome, this.concludedOn, this.isVoid);
			case ApplicationDecided e -> concluded(e.outcome(), e.decidedOn());
			case CorrectionLapsed e -> concluded(Outcome.OTHER_1, e.lapsedOn());
			case FeeLapsed e -> concluded(Outcome.OTHER_2, e.lapsedOn());
			case ApplicationWithdrawn e -> concluded(Outcome.OTHER_3, e.withdrawnOn());
			case RecordRectified e -> new CountedCase(this.agency, or(e.applicantKind(), this.applicantKind),
					or(e.receivedOn(), this.receivedOn), (this.outcome == null) ? null : or(e.outcome(), this.outcome),
					(this.concludedOn == null) ? null : or(e.concludedOn(), this.concludedOn), this.isVoid);
		};
	}

	private CountedCase concluded(Outcome how, LocalDate on) {
		return new CountedCase(this.agency, this.applicantKind, this.receivedOn, how, on, this.isVoid);
	}

	private static <T> T or(@Nullable T right, T was) {
		return Objects.requireNonNullElse(right, was);
	}

}
