package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 更正记录: the document was recorded wrongly; the named fields hold from now on, the old ones stay in sight. A null field stays as it was.
///
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param kind the right kind
/// @param title the right title
/// @param madeOn the right day of making
/// @param opening whether it belongs to the opening stock
/// @param repealedOn the right day of repeal
/// @param way the right way of repeal
public record DocumentRectified(String documentId, LocalDate rectifiedOn, String reason, @Nullable DocumentKind kind,
		@Nullable String title, @Nullable LocalDate madeOn, @Nullable Boolean opening, @Nullable LocalDate repealedOn,
		@Nullable RepealWay way) implements DocumentEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.rectifiedOn;
	}

}
