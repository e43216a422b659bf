package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 补正告知: tells the applicant, once, what to correct (article 30).
///
/// @param applicationId the case
/// @param notifiedOn the day the applicant was told
/// @param dueOn the last day of the term set for the correction
/// @param personal who was addressed and what was said
public record RequestCorrection(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate notifiedOn,
		LocalDate dueOn, @Nullable PersonalText personal) implements ApplicationCommand {

	public RequestCorrection {
		Field.needed("applicationId", applicationId);
		Field.needed("notifiedOn", notifiedOn);
		Field.needed("dueOn", dueOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
