package org.gongkai.command.review;

import java.time.LocalDate;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.RulingForm;
import org.jspecify.annotations.Nullable;

/// 更正案件记录: puts a wrong entry right; the old entry stays in sight.
///
/// @param disputeId the dispute
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
public record RectifyDispute(@TargetAggregateIdentifier DisputeId disputeId, LocalDate rectifiedOn, String reason,
		@Nullable ApplicationId applicationId, @Nullable DisputeId reviewId, @Nullable LawsuitKind kind,
		@Nullable DisputedAct against, @Nullable String organ, @Nullable LocalDate filedOn,
		@Nullable Boolean coDefendant, @Nullable DisputeOutcome outcome, @Nullable RulingForm form,
		@Nullable LocalDate concludedOn, @Nullable String decisionNo,
		@Nullable Boolean ordersRedecision) implements DisputeCommand {

	public RectifyDispute {
		Field.needed("disputeId", disputeId);
		Field.needed("rectifiedOn", rectifiedOn);
		Field.text("reason", reason, true);
		Field.name("organ", organ, false);
		Field.number("decisionNo", decisionNo, false);
		if (disputeId.isReview() && (kind != null || reviewId != null || coDefendant != null)) {
			DisputeId.requireLawsuit(disputeId);
		}
	}

	@Override
	public Set<String> mentions() {
		return DisputeCommand.mentions(this.applicationId, this.reviewId);
	}

}
