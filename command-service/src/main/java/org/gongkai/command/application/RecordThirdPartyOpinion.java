package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 第三方答复: writes down what the third party answered (article 32).
///
/// @param applicationId the case
/// @param consultation number of the consultation within the case, from 1
/// @param answeredOn the day the answer came in
/// @param opinion agreement or objection, if known
/// @param personal who was addressed and what was said
public record RecordThirdPartyOpinion(@TargetAggregateIdentifier ApplicationId applicationId, int consultation,
		LocalDate answeredOn, @Nullable Opinion opinion,
		@Nullable PersonalText personal) implements ApplicationCommand {

	public RecordThirdPartyOpinion {
		Field.needed("applicationId", applicationId);
		Field.needed("answeredOn", answeredOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
