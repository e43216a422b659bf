package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;
import org.jspecify.annotations.Nullable;

/// 形成信息: a piece of information was made or changed; the term of article 26 begins. A change of something published is drafted as a piece of its own.
///
/// @param informationId the piece: agency code, a slash, 信息编号
/// @param agency code of the agency that made it and publishes it (article 10)
/// @param informationNo 信息编号, unique within the agency
/// @param category the item of articles 20 and 21
/// @param madeOn the day of creation or change
/// @param dueOn the term that another law sets; null for the 20 working days of article
/// 26
/// @param personal the working title, which may name people until it is reviewed
public record InformationDrafted(String informationId, String agency, String informationNo, Category category,
		LocalDate madeOn, @Nullable LocalDate dueOn, PersonalText personal) implements InformationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.madeOn;
	}

}
