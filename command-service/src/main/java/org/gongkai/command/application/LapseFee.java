package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 逾期不缴费: closes a case whose fee was not paid within 20 working days (国办函〔2020〕109号, article 6).
///
/// @param applicationId the case
/// @param lapsedOn the day of closing
/// @param noticeNo number of the notice of closing
public record LapseFee(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate lapsedOn,
		@Nullable String noticeNo) implements ApplicationCommand {

	public LapseFee {
		Field.needed("applicationId", applicationId);
		Field.needed("lapsedOn", lapsedOn);
		Field.number("noticeNo", noticeNo, false);
	}

}
