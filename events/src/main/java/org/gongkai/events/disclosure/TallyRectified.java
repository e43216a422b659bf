package org.gongkai.events.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 更正统计数: the tally was recorded wrongly; the named fields hold from now on, the old ones stay in sight. A null field stays as it was.
///
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param from the right first day
/// @param to the right last day
/// @param count the right number
/// @param amountWanYuan the right amount in 万元
/// @param reference the right reference
public record TallyRectified(String tallyId, LocalDate rectifiedOn, String reason, @Nullable LocalDate from,
		@Nullable LocalDate to, @Nullable Long count, @Nullable BigDecimal amountWanYuan,
		@Nullable String reference) implements TallyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.rectifiedOn;
	}

}
