package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.StruckPart;

/// 撤销误录: strikes a document, or its repeal, that should never have been recorded.
///
/// @param documentId the record
/// @param struckOn the day of striking
/// @param part what is struck
/// @param reason what was wrong and how it was noticed
public record StrikeDocument(RecordId documentId, LocalDate struckOn, StruckPart part,
		String reason) implements DocumentCommand {

	public StrikeDocument {
		Field.needed("documentId", documentId);
		Field.needed("struckOn", struckOn);
		Field.needed("part", part);
		Field.text("reason", reason, true);
	}

}
