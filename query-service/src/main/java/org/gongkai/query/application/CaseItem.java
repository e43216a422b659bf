package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.query.PersonalCells;
import org.gongkai.statute.application.ClockState;
import org.jspecify.annotations.Nullable;

/// One line of the register. Due date and clock are computed when it is read.
///
/// @param applicationId the case
/// @param agency code of the agency that has it
/// @param applicationNo 申请编号
/// @param dueOn the last day for the answer; null while no term runs
/// @param dueProvisional whether a notice of holidays still to come may move it
/// @param overdue whether the answer came, or is still to come, after the due date
/// @param outcome of the first answer, which is the one that counts
/// @param redecision the new answer that a decision on a dispute ordered
/// @param isVoid whether the record was struck
/// @param version the place of the last entry, from 0
/// @param erased whether what the case told of people was erased
public record CaseItem(String applicationId, String agency, String applicationNo, ApplicantKind applicantKind,
		@Nullable String applicantName, Channel channel, LocalDate submittedOn, LocalDate receivedOn,
		@Nullable String subject, boolean historical, boolean isVoid, @Nullable Outcome outcome,
		@Nullable LocalDate concludedOn, @Nullable String replyNo, @Nullable LocalDate deliveredOn,
		@Nullable LocalDate dueOn, boolean dueProvisional, ClockState clockState, boolean overdue,
		@Nullable Redecision redecision, long version, boolean erased) {

	/// The line with its personal cells open.
	CaseItem opened(PersonalCells.Opener open) {
		return new CaseItem(this.applicationId, this.agency, this.applicationNo, this.applicantKind,
				open.cell("applicant_name", this.applicantName), this.channel, this.submittedOn, this.receivedOn,
				open.cell("subject", this.subject), this.historical, this.isVoid, this.outcome, this.concludedOn,
				this.replyNo, this.deliveredOn, this.dueOn, this.dueProvisional, this.clockState, this.overdue,
				this.redecision, this.version, this.erased);
	}

	/// The ids of some cases.
	public static List<String> ids(List<CaseItem> items) {
		return items.stream().map(CaseItem::applicationId).toList();
	}

	/// 重新答复.
	///
	/// @param orderedOn the day the decision on the dispute reached the office
	/// @param outcome what the new answer is; null until it is given
	/// @param replyNo 答复文号
	public record Redecision(LocalDate orderedOn, @Nullable Outcome outcome, @Nullable LocalDate decidedOn,
			@Nullable String replyNo, @Nullable LocalDate deliveredOn) {
	}

}
