package org.gongkai.command.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 更正统计数: puts a wrong tally right; the old one stays in sight.
///
/// @param tallyId the record
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param from the right first day
/// @param to the right last day
/// @param count the right number
/// @param amountWanYuan the right amount in 万元
/// @param reference the right reference
public record RectifyTally(RecordId tallyId, LocalDate rectifiedOn, String reason, @Nullable LocalDate from,
		@Nullable LocalDate to, @Nullable Long count, @Nullable BigDecimal amountWanYuan,
		@Nullable String reference) implements TallyCommand {

	public RectifyTally {
		Field.needed("tallyId", tallyId);
		Field.needed("rectifiedOn", rectifiedOn);
		Field.text("reason", reason, true);
		Field.number("reference", reference, false);
	}

}
