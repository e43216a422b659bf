package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 逾期不补正: closes a case whose correction did not come (article 30).
///
/// @param applicationId the case
/// @param lapsedOn the day of closing, after the term for the correction
/// @param noticeNo number of the notice of closing
public record LapseCorrection(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate lapsedOn,
		@Nullable String noticeNo) implements ApplicationCommand {

	public LapseCorrection {
		Field.needed("applicationId", applicationId);
		Field.needed("lapsedOn", lapsedOn);
		Field.number("noticeNo", noticeNo, false);
	}

}
