package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.Opinion;
import org.jspecify.annotations.Nullable;

/// 其他机关答复: writes down what the co-maker answered (article 34).
///
/// @param applicationId the case
/// @param consultation number of the consultation within the case, from 1
/// @param answeredOn the day the answer came in
/// @param opinion agreement or objection, if known
/// @param reason the reasons given
public record RecordAgencyOpinion(@TargetAggregateIdentifier ApplicationId applicationId, int consultation,
		LocalDate answeredOn, @Nullable Opinion opinion, @Nullable String reason) implements ApplicationCommand {

	public RecordAgencyOpinion {
		Field.needed("applicationId", applicationId);
		Field.needed("answeredOn", answeredOn);
		Field.text("reason", reason, false);
	}

}
