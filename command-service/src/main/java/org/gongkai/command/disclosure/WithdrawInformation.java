package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 撤下: takes a published piece down.
///
/// @param informationId the record
/// @param withdrawnOn the day
/// @param personal why
public record WithdrawInformation(RecordId informationId, LocalDate withdrawnOn,
		@Nullable PersonalText personal) implements InformationCommand {

	public WithdrawInformation {
		Field.needed("informationId", informationId);
		Field.needed("withdrawnOn", withdrawnOn);
		if (personal != null) {
			Field.personal(personal);
		}
	}

}
