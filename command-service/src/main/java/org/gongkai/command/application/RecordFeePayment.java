package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 缴费: the fee was paid (国办函〔2020〕109号, article 6).
///
/// @param applicationId the case
/// @param paidOn the day of payment
public record RecordFeePayment(@TargetAggregateIdentifier ApplicationId applicationId,
		LocalDate paidOn) implements ApplicationCommand {

	public RecordFeePayment {
		Field.needed("applicationId", applicationId);
		Field.needed("paidOn", paidOn);
	}

}
