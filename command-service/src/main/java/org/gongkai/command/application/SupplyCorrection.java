package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 补正提交: the corrected application came in (article 30).
///
/// @param applicationId the case
/// @param suppliedOn the day the office received it
/// @param personal who was addressed and what was said
public record SupplyCorrection(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate suppliedOn,
		@Nullable PersonalText personal) implements ApplicationCommand {

	public SupplyCorrection {
		Field.needed("applicationId", applicationId);
		Field.needed("suppliedOn", suppliedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
