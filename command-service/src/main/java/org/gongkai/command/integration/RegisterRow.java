package org.gongkai.command.integration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.gongkai.command.Command;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.AskForReasons;
import org.gongkai.command.application.ConsultThirdParty;
import org.gongkai.command.application.DecideApplication;
import org.gongkai.command.application.ExtendDeadline;
import org.gongkai.command.application.IssueFeeNotice;
import org.gongkai.command.application.LapseCorrection;
import org.gongkai.command.application.LapseFee;
import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.command.application.RecordFeePayment;
import org.gongkai.command.application.RecordThirdPartyOpinion;
import org.gongkai.command.application.RequestCorrection;
import org.gongkai.command.application.SupplyCorrection;
import org.gongkai.command.application.WithdrawApplication;
import org.gongkai.command.review.ConcludeLawsuit;
import org.gongkai.command.review.ConcludeReview;
import org.gongkai.command.review.DisputeId;
import org.gongkai.command.review.FileLawsuit;
import org.gongkai.command.review.FileReview;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// One application as a register tells it, from receipt to conclusion and the disputes about it.
final class RegisterRow {

	/// A register does not tell why a term was extended.
	private static final String REASON = "台账未载明延期理由 (the register does not tell the reason)";

	private final Map<RegisterColumn, String> cells;

	private final ApplicationId id;

	/// @throws RowRefused where a cell does not go with the others
	RegisterRow(Map<RegisterColumn, String> cells) {
		this.cells = new EnumMap<>(cells);
		this.id = id();
		together(RegisterColumn.CORRECTION_NOTIFIED_ON, RegisterColumn.CORRECTION_DUE_ON);
		together(RegisterColumn.EXTENDED_ON, RegisterColumn.EXTENSION_DAYS);
		together(RegisterColumn.FEE_NOTIFIED_ON, RegisterColumn.FEE_YUAN);
		together(RegisterColumn.OUTCOME, RegisterColumn.CONCLUDED_ON);
		needs(RegisterColumn.REPLY_NO, RegisterColumn.CONCLUDED_ON);
		together(RegisterColumn.REVIEW_OUTCOME, RegisterColumn.REVIEW_CONCLUDED_ON);
		needs(RegisterColumn.REVIEW_OUTCOME, RegisterColumn.REVIEW_FILED_ON);
		together(RegisterColumn.LAWSUIT_KIND, RegisterColumn.LAWSUIT_FILED_ON);
		together(RegisterColumn.LAWSUIT_OUTCOME, RegisterColumn.LAWSUIT_CONCLUDED_ON);
		needs(RegisterColumn.LAWSUIT_OUTCOME, RegisterColumn.LAWSUIT_FILED_ON);
	}

	ApplicationId applicationId() {
		return this.id;
	}

	String agency() {
		return needed(RegisterColumn.AGENCY);
	}

	LocalDate receivedOn() {
		return LocalDate.parse(needed(RegisterColumn.RECEIVED_ON));
	}

	/// Null while the case is open.
	@Nullable LocalDate concludedOn() {
		return day(RegisterColumn.CONCLUDED_ON);
	}

	/// The canonical text of a cell; null where it is empty.
	@Nullable String cell(RegisterColumn column) {
		return this.cells.get(column);
	}

	/// What was done with the application, in the order of the days; an answer is never
	/// put before its question.
	/// @param historical whether the row is taken without its procedure dates
	/// @param consultation the number that the question to the third party has, or will
	/// have
	List<Act> acts(boolean historical, int consultation) {
		List<Act> acts = new ArrayList<>();
		acts.add(new Act(receive(historical), RegisterColumn.RECEIVED_ON, LocalDate.MIN));
		LocalDate asked = day(RegisterColumn.CORRECTION_NOTIFIED_ON);
		if (asked != null) {
			add(acts, RegisterColumn.CORRECTION_NOTIFIED_ON, asked, (on) -> new RequestCorrection(this.id, on,
					LocalDate.parse(needed(RegisterColumn.CORRECTION_DUE_ON)), null));
		}
		add(acts, RegisterColumn.CORRECTION_SUPPLIED_ON, asked, (on) -> new SupplyCorrection(this.id, on, null));
		LocalDate consulted = day(RegisterColumn.THIRD_PARTY_ASKED_ON);
		add(acts, RegisterColumn.THIRD_PARTY_ASKED_ON, null, (on) -> new ConsultThirdParty(this.id, on, null));
		add(acts, RegisterColumn.THIRD_PARTY_ANSWERED_ON, consulted,
				(on) -> new RecordThirdPartyOpinion(this.id, consultation, on, null, null));
		add(acts, RegisterColumn.REASONS_ASKED_ON, null, (on) -> new AskForReasons(this.id, on));
		add(acts, RegisterColumn.EXTENDED_ON, null, (on) -> new ExtendDeadline(this.id, on,
				Integer.parseInt(needed(RegisterColumn.EXTENSION_DAYS)), REASON, null));
		LocalDate charged = day(RegisterColumn.FEE_NOTIFIED_ON);
		add(acts, RegisterColumn.FEE_NOTIFIED_ON, null, (on) -> new IssueFeeNotice(this.id, on, FeeSchedule.PER_PAGE,
				null, new BigDecimal(needed(RegisterColumn.FEE_YUAN))));
		add(acts, RegisterColumn.FEE_PAID_ON, charged, (on) -> new RecordFeePayment(this.id, on));
		add(acts, RegisterColumn.CONCLUDED_ON, null, this::conclude);
		disputes(acts);
		acts.sort(Comparator.comparing(Act::after));
		return acts;
	}

	/// A register gives a dispute no number of its own; it has that of the application.
	private void disputes(List<Act> acts) {
		String number = needed(RegisterColumn.APPLICATION_NO);
		LocalDate reviewed = day(RegisterColumn.REVIEW_FILED_ON);
		LocalDate sued = day(RegisterColumn.LAWSUIT_FILED_ON);
		add(acts, RegisterColumn.REVIEW_FILED_ON, null,
				(on) -> new FileReview(agency(), number, this.id, against(on), null, on, null));
		add(acts, RegisterColumn.REVIEW_CONCLUDED_ON, reviewed, (on) -> new ConcludeReview(reviewId(),
				constant(DisputeOutcome.class, RegisterColumn.REVIEW_OUTCOME), null, on, null, null));
		add(acts, RegisterColumn.LAWSUIT_FILED_ON, reviewed, (on) -> {
			LawsuitKind kind = constant(LawsuitKind.class, RegisterColumn.LAWSUIT_KIND);
			boolean after = kind == LawsuitKind.AFTER_REVIEW && reviewed != null;
			return new FileLawsuit(agency(), number, kind, this.id, after ? reviewId() : null, against(on), null, on,
					null, null);
		});
		add(acts, RegisterColumn.LAWSUIT_CONCLUDED_ON, sued, (on) -> new ConcludeLawsuit(lawsuitId(),
				constant(DisputeOutcome.class, RegisterColumn.LAWSUIT_OUTCOME), null, on, null, null));
	}

	/// What the disputes of this row are recorded as.
	DisputeId reviewId() {
		return DisputeId.review(agency(), needed(RegisterColumn.APPLICATION_NO));
	}

	DisputeId lawsuitId() {
		return DisputeId.lawsuit(agency(), needed(RegisterColumn.APPLICATION_NO));
	}

	/// What came before the answer is directed against its absence.
	private DisputedAct against(LocalDate filedOn) {
		LocalDate answered = concludedOn();
		return (answered == null || filedOn.isBefore(answered)) ? DisputedAct.INACTION : DisputedAct.REPLY;
	}

	private Command receive(boolean historical) {
		String name = cell(RegisterColumn.APPLICANT_NAME);
		String subject = cell(RegisterColumn.SUBJECT);
		return new ReceiveApplication(agency(), needed(RegisterColumn.APPLICATION_NO),
				constant(ApplicantKind.class, RegisterColumn.APPLICANT_KIND),
				constant(Channel.class, RegisterColumn.CHANNEL), LocalDate.parse(needed(RegisterColumn.SUBMITTED_ON)),
				receivedOn(), new Personal(name, null, null, null, null, subject, null, null), historical);
	}

	private Command conclude(LocalDate on) {
		String replyNo = cell(RegisterColumn.REPLY_NO);
		Outcome outcome = constant(Outcome.class, RegisterColumn.OUTCOME);
		return switch (outcome) {
			case OTHER_1 -> new LapseCorrection(this.id, on, replyNo);
			case OTHER_2 -> new LapseFee(this.id, on, replyNo);
			case OTHER_3 -> new WithdrawApplication(this.id, on, replyNo);
			default -> new DecideApplication(this.id, outcome, on, replyNo, null, null, null);
		};
	}

	private void add(List<Act> acts, RegisterColumn column, @Nullable LocalDate question,
			java.util.function.Function<LocalDate, Command> command) {
		LocalDate on = day(column);
		if (on != null) {
			acts.add(new Act(command.apply(on), column, (question != null && question.isAfter(on)) ? question : on));
		}
	}

	private ApplicationId id() {
		try {
			new AgencyCode(agency());
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(RegisterColumn.AGENCY, ex));
		}
		try {
			return new ApplicationId(agency(), needed(RegisterColumn.APPLICATION_NO));
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(RegisterColumn.APPLICATION_NO, ex));
		}
	}

	private void together(RegisterColumn one, RegisterColumn other) {
		needs(one, other);
		needs(other, one);
	}

	private void needs(RegisterColumn told, RegisterColumn needed) {
		if (this.cells.containsKey(told) && !this.cells.containsKey(needed)) {
			throw new RowRefused(new RowRefused.Cell(needed, Rule.IMPORT_CELL,
					needed.chinese() + "：填写了“" + told.chinese() + "”，此项不得为空",
					needed.header() + " is empty, though " + told.header() + " is told"));
		}
	}

	private @Nullable LocalDate day(RegisterColumn column) {
		String text = cell(column);
		return (text == null) ? null : LocalDate.parse(text);
	}

	private String needed(RegisterColumn column) {
		return Objects.requireNonNull(this.cells.get(column), column.header());
	}

	private <E extends Enum<E>> E constant(Class<E> type, RegisterColumn column) {
		return Enum.valueOf(type, needed(column).toUpperCase(Locale.ROOT));
	}

}
