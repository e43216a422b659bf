package org.gongkai.statute.application;

import java.util.Locale;

import org.gongkai.statute.application.ClockFact.Kind;
import org.gongkai.statute.calendar.DayKind;
import org.jspecify.annotations.Nullable;

/// The words for what one calendar day is to the reply clock.
final class DayText {

	private DayText() {
	}

	static Text start(ClockFact by) {
		return switch (by.kind()) {
			case CORRECTION_SUPPLIED -> new Text(Text.CORRECTION, "收到补正之日不计入，重新计算自次日开始",
					"The day of the correction is not counted; the new term counts from the next day");
			case FEE_PAID -> new Text(Text.FEE, "缴费之日不计入，重新计算自次日开始",
					"The day of payment is not counted; the new term counts from the next day");
			case REDECISION_ORDERED -> new Text(Text.REDECISION, "复议决定或者判决送达之日不计入，期限自次日开始",
					"The day the decision on the dispute came is not counted; the new term counts from the next day");
			default -> new Text(Text.RECEIPT, "收到申请之日不计入，期限自次日开始",
					"The day of receipt is not counted; the term counts from the next day");
		};
	}

	static Text counted(DayKind kind, int counted, int of) {
		boolean makeUp = kind == DayKind.MAKE_UP;
		return new Text(makeUp ? Text.NOTICE + "、" + Text.TERM : Text.TERM,
				"%s，计入期限：第%d个工作日，共%d个".formatted(kind.chinese(), counted, of),
				"Counted: day %d of %d (%s)".formatted(counted, of, kind.english()));
	}

	static Text notWorking(DayKind kind) {
		return new Text((kind == DayKind.WEEKEND) ? Text.WEEKEND : Text.HOLIDAY + "、" + Text.NOTICE,
				"%s，不计入期限".formatted(kind.chinese()), "Not counted: %s".formatted(kind.english()));
	}

	static Text stopped(ClockFact asked) {
		return new Text(Text.CONSULTATION, "%s期间，不计入期限".formatted(StepText.name(asked)),
				"Not counted: waiting for the opinion; %s on %s".formatted(lower(StepText.english(asked)), asked.on()));
	}

	static Text waiting(ClockFact by) {
		if (by.kind().ends()) {
			return new Text(Text.REPLY, "申请已经办结，尚未责令重新答复", "Concluded, and no new answer ordered yet");
		}
		return (by.kind() == Kind.FEE_NOTIFIED)
				? new Text(Text.FEE, "等待申请人缴费，期限不计算", "Waiting for payment; no term runs")
				: new Text(Text.CORRECTION, "等待申请人补正，期限不计算", "Waiting for the correction; no term runs");
	}

	static Text delayed(ClockFact delay) {
		if (delay.kind() == Kind.REDECISION_ORDERED) {
			return new Text(Text.REDECISION, "在责令重新答复的期限内", "Within the term set for the new answer");
		}
		return new Text(Text.REASONS, "在确定的延迟答复期限内", "Within the delayed term");
	}

	static Text remaining(@Nullable Integer counted, int of) {
		return (counted != null)
				? new Text(Text.TERM, "申请已经办结；此日为期限的第%d个工作日，共%d个".formatted(counted, of),
						"Concluded before; would be day %d of %d".formatted(counted, of))
				: new Text(Text.REASONS, "申请已经办结；此日仍在确定的期限内", "Concluded before; still within the set term");
	}

	static Text overdue(int days) {
		return new Text(Text.TERM, "期限已经届满，超期第%d个工作日".formatted(days),
				"The term has run out: working day %d after it".formatted(days));
	}

	private static String lower(String sentence) {
		return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
	}

}
