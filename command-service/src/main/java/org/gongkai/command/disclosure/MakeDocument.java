package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.DocumentKind;
import org.jspecify.annotations.Nullable;

/// 制发: a rule or normative document was made, or stands in the opening stock (article 20(1)).
///
/// @param agency code of the agency that made it
/// @param kind 规章 or 行政规范性文件
/// @param documentNo 文号, unique within the agency
/// @param title its title
/// @param madeOn the day it was made
/// @param opening 期初存量: true when it was in force as the list began
public record MakeDocument(String agency, DocumentKind kind, String documentNo, String title, LocalDate madeOn,
		@Nullable Boolean opening) implements DocumentCommand {

	public MakeDocument {
		Field.name("agency", agency, true);
		Field.needed("kind", kind);
		Field.newNumber("documentNo", documentNo);
		Field.text("title", title, true);
		Field.needed("madeOn", madeOn);
	}

	@Override
	public RecordId documentId() {
		return new RecordId(this.agency, this.documentNo);
	}

}
