package org.gongkai.statute.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.statute.application.ClockFact;
import org.gongkai.statute.application.DeadlineReceipt;
import org.gongkai.statute.application.ReceiptStep;
import org.gongkai.statute.application.StepEffect;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// Which steps of a case did to its clock something else than they were taken for: in the order of their days, as the clock judges
/// them.
final class ClockInspection {

	private final List<Departure> departures = new ArrayList<>();

	ClockInspection(List<Recorded<Event>> standing, List<ClockFact> facts, WorkingCalendar calendar) {
		boolean concerned = standing.stream()
			.map(Recorded::event)
			.anyMatch((event) -> event instanceof ThirdPartyConsulted || event instanceof AgencyConsulted
					|| event instanceof DeadlineExtended || event instanceof ReplyDelayed
					|| event instanceof FeeNoticeIssued);
		if (concerned) {
			LocalDate dueBefore = null;
			for (ReceiptStep step : DeadlineReceipt.steps(facts, calendar)) {
				judge(step, dueBefore);
				dueBefore = step.dueOn();
			}
		}
	}

	List<Departure> departures() {
		return this.departures;
	}

	private void judge(ReceiptStep step, @Nullable LocalDate dueBefore) {
		switch (step.kind()) {
			case THIRD_PARTY_ASKED, AGENCY_ASKED -> consultation(step, dueBefore);
			case THIRD_PARTY_ANSWERED, AGENCY_ANSWERED -> {
				if (step.effect() == StepEffect.AFTER_SILENCE) {
					add(FindingRule.OPINION_AFTER_TERM, step, List.of(step.on()), step.on() + "答复，已超过十五个工作日，超过的日数计入期限",
							"answered on " + step.on() + ", after 15 working days; the clock ran on meanwhile");
				}
			}
			case EXTENDED -> {
				if (step.effect() == StepEffect.SPENT) {
					add(FindingRule.REPEATED_EXTENSION, step, List.of(step.on()), step.on() + "再次延期，不产生延长的效力",
							"extended again on " + step.on() + ", without effect");
				}
				else {
					obstacle(FindingRule.EXTENSION_AFTER_TERM, step, dueBefore, "延期", "extended");
				}
			}
			case REPLY_DELAYED -> obstacle(FindingRule.DELAY_AFTER_TERM, step, dueBefore, "确定延迟答复期限", "delayed");
			case FEE_NOTIFIED ->
				obstacle(FindingRule.FEE_NOTICE_AFTER_TERM, step, dueBefore, "发出收费通知", "asked for a fee");
			default -> {
			}
		}
	}

	private void consultation(ReceiptStep step, @Nullable LocalDate dueBefore) {
		String zh = null;
		String en = null;
		if (step.effect() == StepEffect.AFTER_CONCLUSION) {
			zh = step.on() + "征求意见时申请已经办结";
			en = "asked on " + step.on() + ", when the case was concluded";
		}
		else if (dueBefore == null) {
			zh = step.on() + "征求意见时期限未在计算";
			en = "asked on " + step.on() + ", when no term ran";
		}
		else if (step.on().isAfter(dueBefore)) {
			zh = step.on() + "征求意见时期限已于" + dueBefore + "届满";
			en = "asked on " + step.on() + ", when the term had run out on " + dueBefore;
		}
		if (zh != null && en != null) {
			add(FindingRule.CONSULTATION_WITHOUT_STOP, step,
					(dueBefore == null) ? List.of(step.on()) : List.of(dueBefore, step.on()), zh, en);
		}
	}

	private void obstacle(FindingRule rule, ReceiptStep step, @Nullable LocalDate dueBefore, String zh, String en) {
		if (step.effect() == StepEffect.TOO_LATE && dueBefore != null) {
			add(rule, step, List.of(dueBefore, step.on()), "期限已于" + dueBefore + "届满，" + step.on() + zh,
					en + " on " + step.on() + ", after the term had run out on " + dueBefore);
		}
		else if (step.effect() == StepEffect.NO_TERM) {
			add(rule, step, List.of(step.on()), step.on() + zh + "时期限未在计算",
					en + " on " + step.on() + ", when no term ran");
		}
	}

	private void add(FindingRule rule, ReceiptStep step, List<LocalDate> days, String zh, String en) {
		this.departures
			.add(new Departure(rule, rule.severity(), step.sequence(), List.of(step.sequence()), days, 0, zh, en));
	}

}
