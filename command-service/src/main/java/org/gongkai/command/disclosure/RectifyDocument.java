package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.RepealWay;
import org.jspecify.annotations.Nullable;

/// 更正记录: puts a wrong record of a document right; the old one stays in sight.
///
/// @param documentId the record
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param kind the right kind
/// @param title the right title
/// @param madeOn the right day of making
/// @param opening whether it belongs to the opening stock
/// @param repealedOn the right day of repeal
/// @param way the right way of repeal
public record RectifyDocument(RecordId documentId, LocalDate rectifiedOn, String reason, @Nullable DocumentKind kind,
		@Nullable String title, @Nullable LocalDate madeOn, @Nullable Boolean opening, @Nullable LocalDate repealedOn,
		@Nullable RepealWay way) implements DocumentCommand {

	public RectifyDocument {
		Field.needed("documentId", documentId);
		Field.needed("rectifiedOn", rectifiedOn);
		Field.text("reason", reason, true);
		Field.text("title", title, false);
		title = (title == null || title.isBlank()) ? null : title.strip();
	}

}
