package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 申请人说明理由: the reasons came in (article 35).
///
/// @param applicationId the case
/// @param suppliedOn the day they came in
/// @param personal who was addressed and what was said
public record SupplyReasons(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate suppliedOn,
		@Nullable PersonalText personal) implements ApplicationCommand {

	public SupplyReasons {
		Field.needed("applicationId", applicationId);
		Field.needed("suppliedOn", suppliedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
