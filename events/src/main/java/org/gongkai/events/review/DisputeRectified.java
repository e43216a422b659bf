package org.gongkai.events.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 更正案件记录: an entry was typed wrong; the named fields hold from now on, the old entry stays in sight. A null field stays as it was.
///
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param applicationId the right application
/// @param reviewId the right earlier review
/// @param kind the right kind of a lawsuit
/// @param against the right act
/// @param organ the right 复议机关 or 受理法院
/// @param filedOn the right day of filing
/// @param coDefendant whether a suit counts with another organ alone
/// @param outcome the right cell of table four
/// @param form the right form of the decision
/// @param concludedOn the right day of decision or withdrawal
/// @param decisionNo the right number of the decision
/// @param ordersRedecision whether the agency has to answer again
public record DisputeRectified(String disputeId, LocalDate rectifiedOn, String reason, @Nullable String applicationId,
		@Nullable String reviewId, @Nullable LawsuitKind kind, @Nullable DisputedAct against, @Nullable String organ,
		@Nullable LocalDate filedOn, @Nullable Boolean coDefendant, @Nullable DisputeOutcome outcome,
		@Nullable RulingForm form, @Nullable LocalDate concludedOn, @Nullable String decisionNo,
		@Nullable Boolean ordersRedecision) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.rectifiedOn;
	}

}
