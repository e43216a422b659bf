package org.gongkai.command.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// What a tally says: so many of an item from a day to a day.
///
/// @param from first day
/// @param to last day, in the same year
/// @param count 0 to 10¹², for a change -10¹² to 10¹²; null for amounts
/// @param amountWanYuan 0 to 10¹² in 万元 with at most 6 decimals; null but for amounts
public record Count(TallyItem item, LocalDate from, LocalDate to, @Nullable Long count,
		@Nullable BigDecimal amountWanYuan) {

	private static final long LARGEST = 1_000_000_000_000L;

	private static final int DECIMALS = 6;

	/// @throws Refused `disclosure-day-order`, `tally-across-years`, `tally-value`
	public Count {
		if (to.isBefore(from)) {
			throw new Refused(Rule.DISCLOSURE_DAY_ORDER, to + " lies before " + from);
		}
		if (from.getYear() != to.getYear()) {
			throw new Refused(Rule.TALLY_ACROSS_YEARS, "no year can count what runs from " + from + " to " + to);
		}
		if (!(item.isAmount() ? count == null && isAmount(amountWanYuan)
				: amountWanYuan == null && isCount(item, count))) {
			throw new Refused(Rule.TALLY_VALUE,
					item.isAmount() ? "this item is an amountWanYuan of 0 or more with at most 6 decimals, and no count"
							: "this item is a count" + (item.isChange() ? "" : " of 0 or more") + ", and no amount");
		}
	}

	private static boolean isCount(TallyItem item, @Nullable Long count) {
		return count != null && count >= (item.isChange() ? -LARGEST : 0) && count <= LARGEST;
	}

	private static boolean isAmount(@Nullable BigDecimal amount) {
		return amount != null && amount.signum() >= 0 && amount.scale() <= DECIMALS
				&& amount.compareTo(BigDecimal.valueOf(LARGEST)) <= 0;
	}

}
