package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
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
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
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
		@Nullable LocalDate concludedOn, boolean isVoid) implements Counted {

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

	@Override
	public Map<Cell, BigDecimal> cells(int year, DisputeCounting disputes) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = LocalDate.of(year, 12, 31);
		Map<Cell, BigDecimal> cells = new HashMap<>();
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
			add(cells, TableThreeForm.of(year).row(how));
			add(cells, Row.TOTAL);
		}
		return cells;
	}

	private void add(Map<Cell, BigDecimal> cells, Row row) {
		cells.put(Cell.of(row, Column.of(this.applicantKind)), BigDecimal.ONE);
		cells.put(Cell.of(row, Column.TOTAL), BigDecimal.ONE);
	}

	private CountedCase after(ApplicationEvent event) {
		return switch (event) {
			case ApplicationReceived _, CorrectionRequested _, CorrectionSupplied _, ThirdPartyConsulted _,
					ThirdPartyOpinionRecorded _, AgencyConsulted _, AgencyOpinionRecorded _, DeadlineExtended _,
					ReasonsRequested _, ReasonsSupplied _, ReplyDelayed _, FeeNoticeIssued _, FeePaid _,
					DecisionDrafted _, DraftReturned _, ReplyDelivered _, RedecisionOrdered _, ApplicationRedecided _,
					EntryStruck _, ApplicantErased _ ->
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
