package org.gongkai.command.audit;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 立案检查: an inspector takes a finding up, also again after it was closed (article 47).
///
/// @param findingId the finding
/// @param openedOn the day it is taken up
/// @param personal what the inspector says
public record OpenFinding(@TargetAggregateIdentifier FindingId findingId, LocalDate openedOn,
		@Nullable PersonalText personal) implements FindingCommand {

	public OpenFinding {
		Field.needed("findingId", findingId);
		Field.needed("openedOn", openedOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
	}

}
