package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 撤回申请: the applicant takes the application back; it counts in row （六）3.
///
/// @param applicationId the case
/// @param withdrawnOn the day of withdrawal
/// @param noticeNo number of the notice of closing
public record WithdrawApplication(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate withdrawnOn,
		@Nullable String noticeNo) implements ApplicationCommand {

	public WithdrawApplication {
		Field.needed("applicationId", applicationId);
		Field.needed("withdrawnOn", withdrawnOn);
		Field.number("noticeNo", noticeNo, false);
	}

}
