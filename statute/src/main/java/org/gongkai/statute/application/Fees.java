package org.gongkai.statute.application;

import java.math.BigDecimal;
import java.util.List;

import org.gongkai.events.application.FeeSchedule;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 信息处理费: the information fee by its two schedules, each with rates that rise from band to band; an application is
/// charged by one of them (国办函〔2020〕109号, articles 3 to 5). Sums are in 元.
public final class Fees {

	/// Items and pages beyond this are taken for a slip of the pen.
	private static final int MOST = 1_000_000;

	/// The first item that is charged by steps of ten.
	private static final int STEPS_FROM = 31;

	private static final int STEP = 10;

	private static final List<Band> PER_ITEM = List.of(new Band(1, 10, 0), new Band(11, 30, 100));

	private static final List<Band> PER_PAGE = List.of(new Band(1, 30, 0), new Band(31, 100, 10),
			new Band(101, 200, 20), new Band(201, MOST, 40));

	/// From the first to the last of the band, each costs the rate.
	private record Band(int first, int last, int yuan) {

		long sum(int quantity) {
			return (long) Math.max(0, Math.min(quantity, this.last) - this.first + 1) * this.yuan;
		}

	}

	private Fees() {
	}

	/// 按件计收: the fee for all items of one applicant in one calendar month (article 4).
	/// @param itemsInMonth 0 to 1,000,000
	/// @throws Refused with [Rule#FEE_AMOUNT] outside of that
	public static BigDecimal perItem(int itemsInMonth) {
		require(itemsInMonth, 0);
		long sum = PER_ITEM.stream().mapToLong((band) -> band.sum(itemsInMonth)).sum();
		for (int first = STEPS_FROM; first <= itemsInMonth; first += STEP) {
			sum += new Band(first, first + STEP - 1, stepRate(first)).sum(itemsInMonth);
		}
		return BigDecimal.valueOf(sum);
	}

	/// 按件计收: what one more item costs the applicant who has made that many in the
	/// calendar month, this one included (article 4).
	/// @param nth 1 to 1,000,000
	/// @throws Refused with [Rule#FEE_AMOUNT] outside of that
	public static BigDecimal item(int nth) {
		require(nth, 1);
		return perItem(nth).subtract(perItem(nth - 1));
	}

	/// 按量计收: the fee for the pages of one application; A4, a side is a page (article 5).
	/// @param pages 0 to 1,000,000
	/// @throws Refused with [Rule#FEE_AMOUNT] outside of that
	public static BigDecimal perPage(int pages) {
		require(pages, 0);
		return BigDecimal.valueOf(PER_PAGE.stream().mapToLong((band) -> band.sum(pages)).sum());
	}

	/// The fee of a quantity by a schedule.
	/// @throws Refused with [Rule#FEE_AMOUNT] outside of 0 to 1,000,000
	public static BigDecimal of(FeeSchedule schedule, int quantity) {
		return switch (schedule) {
			case PER_ITEM -> perItem(quantity);
			case PER_PAGE -> perPage(quantity);
		};
	}

	private static int stepRate(int first) {
		return 200 + (first - STEPS_FROM) / STEP * 100;
	}

	private static void require(int quantity, int least) {
		if (quantity < least || quantity > MOST) {
			throw new Refused(Rule.FEE_AMOUNT, "a quantity is from " + least + " to " + MOST + ", not " + quantity);
		}
	}

}
