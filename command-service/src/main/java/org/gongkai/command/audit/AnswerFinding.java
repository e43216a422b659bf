package org.gongkai.command.audit;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 机关说明: the office accepts a finding, or disputes it.
///
/// @param findingId the finding
/// @param answeredOn the day of the answer
/// @param disputed whether the office disputes it
/// @param personal what the office says; needed to dispute
public record AnswerFinding(@TargetAggregateIdentifier FindingId findingId, LocalDate answeredOn, boolean disputed,
		@Nullable PersonalText personal) implements FindingCommand {

	/// @throws org.gongkai.statute.Refused `malformed` for a dispute without a word
	public AnswerFinding {
		Field.needed("findingId", findingId);
		Field.needed("answeredOn", answeredOn);
		personal = (personal == null) ? new PersonalText(null, null) : personal;
		Field.personal(personal);
		Field.text("personal.text", personal.text(), disputed);
	}

}
