package org.gongkai.events.review;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 被申请行政复议: somebody applied for a review of what the agency did or did not do; it counts in the year of this day.
///
/// @param agency code of the agency whose act is attacked
/// @param disputeNo 复议案号, unique among the agency's reviews
/// @param applicationId the application it is about; null where it is about none
/// @param against what is attacked
/// @param reviewingOrgan 复议机关
/// @param filedOn the day of the application for review
/// @param personal who applied, and what for
public record ReviewFiled(String disputeId, String agency, String disputeNo, @Nullable String applicationId,
		DisputedAct against, @Nullable String reviewingOrgan, LocalDate filedOn,
		PersonalText personal) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.filedOn;
	}

}
