package org.gongkai.command.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.FeeSchedule;
import org.jspecify.annotations.Nullable;

/// 收费通知: asks for the information fee (国办函〔2020〕109号).
///
/// @param applicationId the case
/// @param notifiedOn the day the applicant received the notice
/// @param schedule per item or per page
/// @param quantity items of the month, or pages; null where only the sum is known
/// @param amountYuan in 元, more than 0
public record IssueFeeNotice(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate notifiedOn,
		FeeSchedule schedule, @Nullable Integer quantity, BigDecimal amountYuan) implements ApplicationCommand {

	public IssueFeeNotice {
		Field.needed("applicationId", applicationId);
		Field.needed("notifiedOn", notifiedOn);
		Field.needed("schedule", schedule);
		Field.needed("amountYuan", amountYuan);
	}

}
