package org.gongkai.events.review;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 被提起行政诉讼: somebody sued over what the agency did or did not do; it counts in the year of this day.
///
/// @param agency code of the agency that is sued
/// @param disputeNo 诉讼案号, unique among the agency's lawsuits
/// @param kind whether a review came before
/// @param applicationId the application it is about; null where it is about none
/// @param reviewId the review that came before, as recorded here
/// @param against what is attacked
/// @param court 受理法院
/// @param filedOn the day of the action
/// @param coDefendant 复议机关作共同被告: the agency is sued only because it upheld on review what another organ had done; the suit
/// counts with that organ alone (国办公开办函〔2016〕201号)
/// @param personal who sued, and what for
public record LawsuitFiled(String disputeId, String agency, String disputeNo, LawsuitKind kind,
		@Nullable String applicationId, @Nullable String reviewId, DisputedAct against, @Nullable String court,
		LocalDate filedOn, boolean coDefendant, PersonalText personal) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.filedOn;
	}

}
