package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 延期: extends the term once, by 1 to 20 working days (article 33).
///
/// @param applicationId the case
/// @param notifiedOn the day the applicant was told
/// @param workingDays 1 to 20
/// @param reason why the term is not enough
/// @param approvedBy who consented
public record ExtendDeadline(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate notifiedOn,
		int workingDays, @Nullable String reason, @Nullable String approvedBy) implements ApplicationCommand {

	public ExtendDeadline {
		Field.needed("applicationId", applicationId);
		Field.needed("notifiedOn", notifiedOn);
		Field.text("reason", reason, false);
		Field.name("approvedBy", approvedBy, false);
	}

}
