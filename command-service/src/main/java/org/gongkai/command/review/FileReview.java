package org.gongkai.command.review;

import java.time.LocalDate;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputedAct;
import org.jspecify.annotations.Nullable;

/// 被申请行政复议: records that a review was applied for.
///
/// @param agency code of the agency whose act is attacked
/// @param disputeNo 复议案号, unique among the agency's reviews
/// @param applicationId the application it is about
/// @param against what is attacked
/// @param reviewingOrgan 复议机关
/// @param filedOn the day of the application for review
/// @param personal who applied, and what for
public record FileReview(String agency, String disputeNo, @Nullable ApplicationId applicationId, DisputedAct against,
		@Nullable String reviewingOrgan, LocalDate filedOn, @Nullable PersonalText personal) implements DisputeCommand {

	public FileReview {
		Field.name("agency", agency, true);
		Field.newNumber("disputeNo", disputeNo);
		Field.needed("against", against);
		Field.name("reviewingOrgan", reviewingOrgan, false);
		Field.needed("filedOn", filedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

	@Override
	@TargetAggregateIdentifier
	public DisputeId disputeId() {
		return DisputeId.review(this.agency, this.disputeNo);
	}

	@Override
	public Set<String> mentions() {
		return DisputeCommand.mentions(this.applicationId, null);
	}

}
