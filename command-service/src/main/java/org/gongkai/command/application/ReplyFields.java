package org.gongkai.command.application;

import java.util.List;

import org.gongkai.command.Field;
import org.gongkai.events.application.WithheldPart;
import org.jspecify.annotations.Nullable;

/// The fields that a draft, a decision and a new decision have in common.
final class ReplyFields {

	private ReplyFields() {
	}

	/// @return the withheld parts, none where they are left out
	/// @throws org.gongkai.statute.Refused `too-long`, or `malformed` for a part without
	/// a ground
	static List<WithheldPart> checked(@Nullable String replyNo, @Nullable String legalBasis,
			@Nullable List<WithheldPart> withheldParts, @Nullable String referredTo) {
		Field.number("replyNo", replyNo, false);
		Field.text("legalBasis", legalBasis, false);
		Field.text("referredTo", referredTo, false);
		List<WithheldPart> parts = (withheldParts == null) ? List.of() : List.copyOf(withheldParts);
		for (int i = 0; i < parts.size(); i++) {
			Field.needed("withheldParts." + i + ".ground", parts.get(i).ground());
			Field.text("withheldParts." + i + ".description", parts.get(i).description(), false);
		}
		return parts;
	}

}
