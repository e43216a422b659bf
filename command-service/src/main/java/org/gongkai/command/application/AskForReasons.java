package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 要求说明理由: asks why the applications are so many or so frequent (article 35).
///
/// @param applicationId the case
/// @param askedOn the day the applicant was asked
public record AskForReasons(@TargetAggregateIdentifier ApplicationId applicationId,
		LocalDate askedOn) implements ApplicationCommand {

	public AskForReasons {
		Field.needed("applicationId", applicationId);
		Field.needed("askedOn", askedOn);
	}

}
