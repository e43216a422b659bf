package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.jspecify.annotations.Nullable;

/// 形成信息: a piece of information was made or changed and is to be published (articles 19 to 21, 26).
///
/// @param agency code of the agency that made it and publishes it
/// @param informationNo 信息编号, unique within the agency
/// @param category the item of articles 20 and 21
/// @param madeOn the day of creation or change
/// @param dueOn the term that another law sets; null for 20 working days
/// @param personal the working title
public record DraftInformation(String agency, String informationNo, Category category, LocalDate madeOn,
		@Nullable LocalDate dueOn, @Nullable PersonalText personal) implements InformationCommand {

	public DraftInformation {
		Field.name("agency", agency, true);
		Field.newNumber("informationNo", informationNo);
		Field.needed("category", category);
		Field.needed("madeOn", madeOn);
		if (personal != null) {
			Field.personal(personal);
		}
	}

	@Override
	public RecordId informationId() {
		return new RecordId(this.agency, this.informationNo);
	}

}
