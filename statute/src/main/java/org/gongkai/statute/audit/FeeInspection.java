package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.statute.application.Fees;

/// Holds the fee notices of a case against the schedules (国办函〔2020〕109号, articles 3 to 5). Where the quantity is not told, the sum must
/// still be one that the schedule can yield: whole hundreds per item, whole tens per page.
final class FeeInspection {

	private static final BigDecimal PER_ITEM = BigDecimal.valueOf(100);

	private static final BigDecimal PER_PAGE = BigDecimal.TEN;

	private FeeInspection() {
	}

	static List<Departure> of(List<Recorded<Event>> standing) {
		List<Departure> departures = new ArrayList<>();
		Recorded<Event> first = null;
		for (Recorded<Event> recorded : standing) {
			if (!(recorded.event() instanceof FeeNoticeIssued e)) {
				continue;
			}
			if (first != null) {
				departures.add(new Departure(FindingRule.SECOND_FEE, FindingRule.SECOND_FEE.severity(),
						recorded.sequence(), List.of(first.sequence(), recorded.sequence()), List.of(e.notifiedOn()), 0,
						e.notifiedOn() + "再次发出收费通知", "a second fee notice on " + e.notifiedOn()));
			}
			first = recorded;
			if (!isLawful(e)) {
				departures.add(new Departure(FindingRule.FEE_OFF_SCHEDULE, FindingRule.FEE_OFF_SCHEDULE.severity(),
						recorded.sequence(), List.of(recorded.sequence()), List.of(e.notifiedOn()), 0,
						e.notifiedOn() + "通知收费" + e.amountYuan().toPlainString() + "元"
								+ ((e.quantity() == null) ? "" : "，数量" + e.quantity()) + "，不符合收费标准",
						e.amountYuan().toPlainString() + " yuan on " + e.notifiedOn()
								+ ((e.quantity() == null) ? "" : " for " + e.quantity()) + " is not by the schedule"));
			}
		}
		return departures;
	}

	/// Per item the month's sum or the application's own share of it may be asked for.
	private static boolean isLawful(FeeNoticeIssued e) {
		Integer quantity = e.quantity();
		boolean perItem = e.schedule() == FeeSchedule.PER_ITEM;
		if (e.amountYuan().signum() <= 0) {
			return false;
		}
		if (quantity == null) {
			return e.amountYuan().remainder(perItem ? PER_ITEM : PER_PAGE).signum() == 0;
		}
		return quantity >= 1 && (e.amountYuan().compareTo(Fees.of(e.schedule(), quantity)) == 0
				|| perItem && e.amountYuan().compareTo(Fees.item(quantity)) == 0);
	}

}
