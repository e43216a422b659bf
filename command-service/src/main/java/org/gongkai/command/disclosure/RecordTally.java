package org.gongkai.command.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.TallyItem;
import org.jspecify.annotations.Nullable;

/// 登记统计数: so many acts of one kind from a day to a day; one act alone has both days the same and the count 1.
///
/// @param agency code of the agency that acted
/// @param tallyNo 统计编号, unique within the agency
/// @param item what is counted
/// @param from first day
/// @param to last day, in the same year
/// @param count how many, 0 or more; for a number of items the change of it, which may be negative; null for amounts
/// @param amountWanYuan in 万元, 0 or more, to at most 6 decimals; null but for amounts
/// @param reference 文号 of the decision, or the source of the number
public record RecordTally(String agency, String tallyNo, TallyItem item, LocalDate from, LocalDate to,
		@Nullable Long count, @Nullable BigDecimal amountWanYuan, @Nullable String reference) implements TallyCommand {

	public RecordTally {
		Field.name("agency", agency, true);
		Field.newNumber("tallyNo", tallyNo);
		Field.needed("item", item);
		Field.needed("from", from);
		Field.needed("to", to);
		Field.number("reference", reference, false);
	}

	@Override
	public RecordId tallyId() {
		return new RecordId(this.agency, this.tallyNo);
	}

}
