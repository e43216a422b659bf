package org.gongkai.events.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 登记统计数: so many acts of one kind from a day to a day, one act alone where both are the same and the count is 1. It counts in its year.
///
/// @param tallyId the tally: agency code, a slash, 统计编号
/// @param agency code of the agency that acted
/// @param tallyNo 统计编号, unique within the agency
/// @param item what is counted
/// @param from first day
/// @param to last day, in the same year
/// @param count how many, 0 or more; for a number of items the change of it, which may be negative; null for amounts
/// @param amountWanYuan in 万元, to the precision given; null but for amounts
/// @param reference 文号 of the decision, or the source of the number
public record TallyRecorded(String tallyId, String agency, String tallyNo, TallyItem item, LocalDate from, LocalDate to,
		@Nullable Long count, @Nullable BigDecimal amountWanYuan, @Nullable String reference) implements TallyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.to;
	}

}
