package org.gongkai.command.audit;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.audit.FindingResult;
import org.jspecify.annotations.Nullable;

/// 结案: the inspector is done with a finding (article 47).
///
/// @param findingId the finding
/// @param closedOn the day it is closed
/// @param result with which result
/// @param personal what the inspector says; needed unless it is upheld
public record CloseFinding(@TargetAggregateIdentifier FindingId findingId, LocalDate closedOn, FindingResult result,
		@Nullable PersonalText personal) implements FindingCommand {

	/// @throws org.gongkai.statute.Refused `malformed` for a dismissal or remedy without
	/// a word
	public CloseFinding {
		Field.needed("findingId", findingId);
		Field.needed("closedOn", closedOn);
		Field.needed("result", result);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
		Field.text("personal.text", personal.text(), result != FindingResult.UPHELD);
	}

}
