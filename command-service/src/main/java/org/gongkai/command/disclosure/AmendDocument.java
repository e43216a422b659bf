package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;

/// 修订: amends a document, which stays the same document.
///
/// @param documentId the record
/// @param amendedOn the day of amendment
public record AmendDocument(RecordId documentId, LocalDate amendedOn) implements DocumentCommand {

	public AmendDocument {
		Field.needed("documentId", documentId);
		Field.needed("amendedOn", amendedOn);
	}

}
