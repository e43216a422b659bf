package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.jspecify.annotations.Nullable;

/// 公开审查: reviews a piece before publication, or again while it is withheld (articles 17, 18).
///
/// @param informationId the record
/// @param reviewedOn the day of the review
/// @param secrecy 保密审查
/// @param privacy 个人隐私审查
/// @param result whether it may be published
/// @param ground one of the eight grounds of 不予公开; null when it may be published
/// @param reviewer who reviewed it
/// @param personal the reasons
public record ReviewInformation(RecordId informationId, LocalDate reviewedOn, ReviewCheck secrecy, ReviewCheck privacy,
		ReviewResult result, @Nullable Outcome ground, String reviewer,
		@Nullable PersonalText personal) implements InformationCommand {

	public ReviewInformation {
		Field.needed("informationId", informationId);
		Field.needed("reviewedOn", reviewedOn);
		Field.needed("secrecy", secrecy);
		Field.needed("privacy", privacy);
		Field.needed("result", result);
		Field.name("reviewer", reviewer, true);
		if (personal != null) {
			Field.personal(personal);
		}
	}

}
