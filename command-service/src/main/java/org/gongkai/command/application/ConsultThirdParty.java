package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 征求第三方意见: asks a third party in writing (article 32).
///
/// @param applicationId the case
/// @param askedOn the day the question went out
/// @param personal who was addressed and what was said
public record ConsultThirdParty(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate askedOn,
		@Nullable PersonalText personal) implements ApplicationCommand {

	public ConsultThirdParty {
		Field.needed("applicationId", applicationId);
		Field.needed("askedOn", askedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
