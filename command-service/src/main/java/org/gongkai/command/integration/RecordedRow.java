package org.gongkai.command.integration;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
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
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// A case of the record as the row that a register would have of it, so that a file can be compared cell by cell.
final class RecordedRow {

	private final Map<RegisterColumn, String> cells = new EnumMap<>(RegisterColumn.class);

	private int consultation;

	/// @param acts what holds of the case, in order; empty when nothing is recorded
	/// @param nextConsultation the number that a new question to a third party gets
	/// @param disputes what holds of the disputes that a register would tell of
	RecordedRow(List<ApplicationEvent> acts, int nextConsultation, List<DisputeEvent> disputes) {
		acts.forEach(this::tell);
		disputes.forEach(this::tell);
		if (this.consultation == 0) {
			this.consultation = nextConsultation;
		}
	}

	/// The number of the question to the third party that a register tells of: the first.
	int consultation() {
		return this.consultation;
	}

	/// The acts that the record does not have yet.
	/// @throws RowRefused `import-conflict` at the first cell that says other than the
	/// record; what only the record knows is no conflict, since a case goes on after a
	/// file was written
	List<Act> missing(RegisterRow row, List<Act> acts) {
		for (RegisterColumn column : RegisterColumn.values()) {
			String told = row.cell(column);
			String recorded = this.cells.get(column);
			if (told != null && ((recorded != null) ? !recorded.equals(told) : isSilentOn(column))) {
				throw new RowRefused(conflict(column, told, recorded));
			}
		}
		return acts.stream().filter((act) -> !this.cells.containsKey(act.day())).toList();
	}

	/// Whether the act is recorded and lacks this detail of it.
	private boolean isSilentOn(RegisterColumn column) {
		return column == RegisterColumn.REPLY_NO && this.cells.containsKey(RegisterColumn.CONCLUDED_ON);
	}

	private static RowRefused.Cell conflict(RegisterColumn column, String told, @Nullable String recorded) {
		if (column.personal()) {
			return new RowRefused.Cell(column, Rule.IMPORT_CONFLICT, column.chinese() + "与已登记的内容不一致",
					column.header() + " differs from what is recorded");
		}
		return new RowRefused.Cell(column, Rule.IMPORT_CONFLICT,
				column.chinese() + "与已登记的内容不一致：已登记" + ((recorded == null) ? "为空" : "“" + recorded + "”"),
				column.header() + " is recorded as " + ((recorded == null) ? "nothing" : recorded) + ", not " + told);
	}

	private void tell(ApplicationEvent act) {
		switch (act) {
			case ApplicationReceived e -> {
				put(RegisterColumn.APPLICATION_NO, e.applicationNo());
				put(RegisterColumn.AGENCY, e.agency());
				put(RegisterColumn.APPLICANT_KIND, wire(e.applicantKind()));
				put(RegisterColumn.APPLICANT_NAME, e.personal().name());
				put(RegisterColumn.CHANNEL, wire(e.channel()));
				put(RegisterColumn.SUBMITTED_ON, e.submittedOn().toString());
				put(RegisterColumn.RECEIVED_ON, e.receivedOn().toString());
				put(RegisterColumn.SUBJECT, e.personal().subject());
			}
			case CorrectionRequested e -> {
				put(RegisterColumn.CORRECTION_NOTIFIED_ON, e.notifiedOn().toString());
				put(RegisterColumn.CORRECTION_DUE_ON, e.dueOn().toString());
			}
			case CorrectionSupplied e -> put(RegisterColumn.CORRECTION_SUPPLIED_ON, e.suppliedOn().toString());
			case ThirdPartyConsulted e -> {
				if (this.consultation == 0) {
					this.consultation = e.consultation();
					put(RegisterColumn.THIRD_PARTY_ASKED_ON, e.askedOn().toString());
				}
			}
			case ThirdPartyOpinionRecorded e -> {
				if (this.consultation == e.consultation()) {
					put(RegisterColumn.THIRD_PARTY_ANSWERED_ON, e.answeredOn().toString());
				}
			}
			case ReasonsRequested e -> put(RegisterColumn.REASONS_ASKED_ON, e.askedOn().toString());
			case DeadlineExtended e -> {
				put(RegisterColumn.EXTENDED_ON, e.notifiedOn().toString());
				put(RegisterColumn.EXTENSION_DAYS, Integer.toString(e.workingDays()));
			}
			case FeeNoticeIssued e -> {
				put(RegisterColumn.FEE_NOTIFIED_ON, e.notifiedOn().toString());
				put(RegisterColumn.FEE_YUAN, e.amountYuan().stripTrailingZeros().toPlainString());
			}
			case FeePaid e -> put(RegisterColumn.FEE_PAID_ON, e.paidOn().toString());
			case ApplicationDecided e -> conclude(e.outcome(), e.decidedOn(), e.replyNo());
			case CorrectionLapsed e -> conclude(Outcome.OTHER_1, e.lapsedOn(), e.noticeNo());
			case FeeLapsed e -> conclude(Outcome.OTHER_2, e.lapsedOn(), e.noticeNo());
			case ApplicationWithdrawn e -> conclude(Outcome.OTHER_3, e.withdrawnOn(), e.noticeNo());
			// a register has no column for these
			case AgencyConsulted _, AgencyOpinionRecorded _, ReasonsSupplied _, ReplyDelayed _, DecisionDrafted _,
					DraftReturned _, ApplicationTransferred _, ReplyDelivered _, RedecisionOrdered _,
					ApplicationRedecided _, RecordRectified _, EntryStruck _, ApplicantErased _ ->
				{
				}
		}
	}

	private void tell(DisputeEvent act) {
		switch (act) {
			case ReviewFiled e -> put(RegisterColumn.REVIEW_FILED_ON, e.filedOn().toString());
			case ReviewConcluded e -> reviewed(e.outcome(), e.concludedOn());
			case ReviewWithdrawn e -> reviewed(DisputeOutcome.OTHER, e.withdrawnOn());
			case LawsuitFiled e -> {
				put(RegisterColumn.LAWSUIT_KIND, wire(e.kind()));
				put(RegisterColumn.LAWSUIT_FILED_ON, e.filedOn().toString());
			}
			case LawsuitConcluded e -> judged(e.outcome(), e.concludedOn());
			case LawsuitWithdrawn e -> judged(DisputeOutcome.OTHER, e.withdrawnOn());
			case DisputeRectified _, DisputeEntryStruck _, PartyErased _ ->
				throw new IllegalStateException("a correction is no act");
		}
	}

	private void reviewed(DisputeOutcome outcome, LocalDate on) {
		put(RegisterColumn.REVIEW_OUTCOME, wire(outcome));
		put(RegisterColumn.REVIEW_CONCLUDED_ON, on.toString());
	}

	private void judged(DisputeOutcome outcome, LocalDate on) {
		put(RegisterColumn.LAWSUIT_OUTCOME, wire(outcome));
		put(RegisterColumn.LAWSUIT_CONCLUDED_ON, on.toString());
	}

	private void conclude(Outcome outcome, LocalDate on, @Nullable String replyNo) {
		put(RegisterColumn.OUTCOME, wire(outcome));
		put(RegisterColumn.CONCLUDED_ON, on.toString());
		put(RegisterColumn.REPLY_NO, replyNo);
	}

	private void put(RegisterColumn column, @Nullable String text) {
		if (text != null) {
			this.cells.put(column, text);
		}
	}

	private static String wire(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
