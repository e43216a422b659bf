package org.gongkai.acceptance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.command.Command;
import org.gongkai.command.Receipt;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.agency.ChooseDisputeCounting;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.OrderRedecision;
import org.gongkai.command.application.RedecideApplication;
import org.gongkai.command.review.ConcludeLawsuit;
import org.gongkai.command.review.ConcludeReview;
import org.gongkai.command.review.DisputeId;
import org.gongkai.command.review.FileLawsuit;
import org.gongkai.command.review.FileReview;
import org.gongkai.command.review.RectifyDispute;
import org.gongkai.command.review.StrikeDisputeEntry;
import org.gongkai.command.review.WithdrawLawsuit;
import org.gongkai.command.review.WithdrawReview;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.jspecify.annotations.Nullable;

/// What a clerk tries with reviews and lawsuits.
final class DisputeSteps {

	private final List<String> agencies;

	private final List<Filed> filed = new ArrayList<>();

	private record Filed(DisputeId id, boolean review, LocalDate on) {
	}

	DisputeSteps(List<String> agencies) {
		this.agencies = agencies;
	}

	/// @param about a case that it may be about, and the last day in it
	Command next(Step step, @Nullable ApplicationId about, LocalDate last) {
		if (this.filed.isEmpty() || step.act() % 5 < 2) {
			return filing(step, about, last);
		}
		Filed dispute = this.filed.get(step.which() % this.filed.size());
		LocalDate day = switch (step.day() % 9) {
			case 0 -> dispute.on().minusDays(1);
			case 1 -> LocalDate.of(dispute.on().getYear(), 12, 31);
			case 2 -> LocalDate.of(dispute.on().getYear() + 1, 1, 1);
			default -> dispute.on().plusDays(step.day() % 500);
		};
		return onDispute(dispute, step, about, day);
	}

	/// Remembers what was filed.
	void recorded(Command command, Receipt receipt) {
		switch (command) {
			case FileReview c -> this.filed.add(new Filed(DisputeId.of(receipt.stream()), true, c.filedOn()));
			case FileLawsuit c -> this.filed.add(new Filed(DisputeId.of(receipt.stream()), false, c.filedOn()));
			default -> {
				// nothing new to act on
			}
		}
	}

	private Command filing(Step step, @Nullable ApplicationId about, LocalDate last) {
		boolean ofCase = about != null && step.detail() % 3 == 0;
		String agency = (ofCase && about != null) ? about.value().substring(0, about.value().indexOf('/'))
				: this.agencies.get(step.which() % this.agencies.size());
		ApplicationId application = ofCase ? about : null;
		DisputedAct against = ofCase ? Step.pick(step.detail() / 3, DisputedAct.values()) : DisputedAct.OTHER;
		LocalDate day = ofCase ? last.plusDays(step.day() % 40)
				: LocalDate.of(2020 + step.day() % 5, 1 + step.day() % 12, 28);
		// a number may be tried that is taken
		String number = Integer.toString((step.act() % 7 == 0) ? 1 : this.filed.size() + 1);
		if (step.detail() % 2 == 0) {
			return new FileReview(agency, number, application, against, "某府", day, null);
		}
		LawsuitKind kind = Step.pick(step.detail() / 2, LawsuitKind.values());
		DisputeId review = (kind == LawsuitKind.AFTER_REVIEW && !this.filed.isEmpty() && step.detail() % 5 == 0)
				? this.filed.get(step.which() % this.filed.size()).id() : null;
		return new FileLawsuit(agency, number, kind, application, review, against, "某法院", day,
				(step.detail() % 11 == 0) ? Boolean.TRUE : null, null);
	}

	private Command onDispute(Filed dispute, Step step, @Nullable ApplicationId about, LocalDate day) {
		int detail = step.detail();
		DisputeId id = dispute.id();
		DisputeOutcome outcome = Step.pick(detail, DisputeOutcome.values());
		boolean orders = outcome == DisputeOutcome.CORRECTED && detail % 2 == 0;
		return switch (detail % 16) {
			case 0 -> dispute.review() ? new WithdrawReview(id, day, null) : new WithdrawLawsuit(id, day, null);
			case 1, 2 -> new RectifyDispute(id, OfficeUnderTest.TODAY, "录入错误", null, null,
					(!dispute.review() && detail % 3 == 0) ? Step.pick(detail / 3, LawsuitKind.values()) : null, null,
					null, (detail % 5 == 0) ? day : null, null, (detail % 5 == 1) ? outcome : null, null,
					(detail % 5 == 2) ? day : null, null, null);
			case 3, 4 -> new StrikeDisputeEntry(id, OfficeUnderTest.TODAY, step.day() % 3, "误录");
			case 5 -> (about == null) ? new StrikeDisputeEntry(id, day, 0, "误录")
					: new OrderRedecision(about, day, id.value(), null);
			case 6 -> (about == null) ? new StrikeDisputeEntry(id, day, 1, "误录")
					: new RedecideApplication(about, Outcome.GRANTED, day.plusDays(5), null, null, null, null);
			case 7 -> new ChooseDisputeCounting(new AgencyCode(this.agencies.get(step.which() % this.agencies.size())),
					Step.pick(detail, DisputeCounting.values()), 2019 + step.day() % 6, OfficeUnderTest.TODAY);
			default -> dispute.review() ? new ConcludeReview(id, outcome, null, day, null, orders)
					: new ConcludeLawsuit(id, outcome, null, day, null, orders);
		};
	}

}
