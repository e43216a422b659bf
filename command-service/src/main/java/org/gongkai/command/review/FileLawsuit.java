package org.gongkai.command.review;

import java.time.LocalDate;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.jspecify.annotations.Nullable;

/// 被提起行政诉讼: records that a suit was brought.
///
/// @param agency code of the agency that is sued
/// @param disputeNo 诉讼案号, unique among the agency's lawsuits
/// @param kind whether a review came before
/// @param applicationId the application it is about
/// @param reviewId the review that came before, as recorded here
/// @param against what is attacked
/// @param court 受理法院
/// @param filedOn the day of the action
/// @param coDefendant true where the agency is sued only as the reviewing organ (国办公开办函〔2016〕201号)
/// @param personal who sued, and what for
public record FileLawsuit(String agency, String disputeNo, LawsuitKind kind, @Nullable ApplicationId applicationId,
		@Nullable DisputeId reviewId, DisputedAct against, @Nullable String court, LocalDate filedOn,
		@Nullable Boolean coDefendant, @Nullable PersonalText personal) implements DisputeCommand {

	public FileLawsuit {
		Field.name("agency", agency, true);
		Field.newNumber("disputeNo", disputeNo);
		Field.needed("kind", kind);
		Field.needed("against", against);
		Field.name("court", court, false);
		Field.needed("filedOn", filedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

	@Override
	@TargetAggregateIdentifier
	public DisputeId disputeId() {
		return DisputeId.lawsuit(this.agency, this.disputeNo);
	}

	@Override
	public Set<String> mentions() {
		return DisputeCommand.mentions(this.applicationId, this.reviewId);
	}

}
