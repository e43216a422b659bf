package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 征求其他机关意见: asks a co-maker of the information (article 34).
///
/// @param applicationId the case
/// @param consultedAgency name or code of the agency asked
/// @param askedOn the day the question went out
public record ConsultAgency(@TargetAggregateIdentifier ApplicationId applicationId, String consultedAgency,
		LocalDate askedOn) implements ApplicationCommand {

	public ConsultAgency {
		Field.needed("applicationId", applicationId);
		Field.name("consultedAgency", consultedAgency, true);
		Field.needed("askedOn", askedOn);
	}

}
