package org.gongkai.events.disclosure;

import java.time.LocalDate;

/// 制发: a rule or normative document was made; it counts in the year of that day, unless it belongs to the opening stock (article 20(1)).
///
/// @param documentId the document: agency code, a slash, 文号
/// @param agency code of the agency that made it
/// @param kind 规章 or 行政规范性文件
/// @param documentNo 文号, unique within the agency
/// @param title its title, which is public
/// @param madeOn the day it was made
/// @param opening 期初存量: it was in force when the list began and counts as made in no
/// year
public record DocumentMade(String documentId, String agency, DocumentKind kind, String documentNo, String title,
		LocalDate madeOn, boolean opening) implements DocumentEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.madeOn;
	}

}
