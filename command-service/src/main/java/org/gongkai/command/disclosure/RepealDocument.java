package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.RepealWay;

/// 废止或失效: a document is in force no longer.
///
/// @param documentId the record
/// @param repealedOn the first day on which it is not in force
/// @param way repealed by decision, or lapsed
public record RepealDocument(RecordId documentId, LocalDate repealedOn, RepealWay way) implements DocumentCommand {

	public RepealDocument {
		Field.needed("documentId", documentId);
		Field.needed("repealedOn", repealedOn);
		Field.needed("way", way);
	}

}
