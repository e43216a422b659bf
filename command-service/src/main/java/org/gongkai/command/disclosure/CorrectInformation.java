package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 更正: puts a published text right in its place (article 6).
///
/// @param informationId the record
/// @param correctedOn the day the right text could be read
/// @param personal what was wrong
public record CorrectInformation(RecordId informationId, LocalDate correctedOn,
		@Nullable PersonalText personal) implements InformationCommand {

	public CorrectInformation {
		Field.needed("informationId", informationId);
		Field.needed("correctedOn", correctedOn);
		if (personal != null) {
			Field.personal(personal);
		}
	}

}
