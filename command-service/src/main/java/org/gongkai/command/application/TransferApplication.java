package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 移交: hands the case to another body of the same organ (article 27).
///
/// @param applicationId the case
/// @param toAgency code of the body that takes over
/// @param transferredOn the day of handing over
/// @param reason why
public record TransferApplication(@TargetAggregateIdentifier ApplicationId applicationId, String toAgency,
		LocalDate transferredOn, String reason) implements ApplicationCommand {

	public TransferApplication {
		Field.needed("applicationId", applicationId);
		Field.name("toAgency", toAgency, true);
		Field.needed("transferredOn", transferredOn);
		Field.text("reason", reason, true);
	}

}
