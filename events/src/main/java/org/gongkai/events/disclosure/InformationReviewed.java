package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 公开审查: the piece was reviewed before publication, or again while withheld (articles 17, 18).
///
/// @param reviewedOn the day of the review
/// @param secrecy 保密审查
/// @param privacy 个人隐私审查
/// @param result whether it may be published
/// @param ground the ground of articles 14 to 16; null when it may be published
/// @param reviewer who reviewed it
/// @param personal the reasons
public record InformationReviewed(String informationId, LocalDate reviewedOn, ReviewCheck secrecy, ReviewCheck privacy,
		ReviewResult result, @Nullable Outcome ground, String reviewer,
		PersonalText personal) implements InformationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.reviewedOn;
	}

}
