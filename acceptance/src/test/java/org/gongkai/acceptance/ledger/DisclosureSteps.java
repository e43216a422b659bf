package org.gongkai.acceptance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.command.Command;
import org.gongkai.command.Receipt;
import org.gongkai.command.disclosure.AmendDocument;
import org.gongkai.command.disclosure.MakeDocument;
import org.gongkai.command.disclosure.RecordId;
import org.gongkai.command.disclosure.RecordTally;
import org.gongkai.command.disclosure.RectifyDocument;
import org.gongkai.command.disclosure.RectifyTally;
import org.gongkai.command.disclosure.RepealDocument;
import org.gongkai.command.disclosure.StrikeDocument;
import org.gongkai.command.disclosure.StrikeTally;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;

/// What a clerk tries with the list of documents and the tallies.
final class DisclosureSteps {

	private final List<String> agencies;

	private final List<Made> documents = new ArrayList<>();

	private final List<Made> tallies = new ArrayList<>();

	private record Made(RecordId id, LocalDate on) {
	}

	DisclosureSteps(List<String> agencies) {
		this.agencies = agencies;
	}

	Command next(Step step) {
		return (step.act() % 2 == 0) ? document(step) : tally(step);
	}

	/// Remembers what was recorded.
	void recorded(Command command) {
		switch (command) {
			case MakeDocument c -> this.documents.add(new Made(c.documentId(), c.madeOn()));
			case RecordTally c -> this.tallies.add(new Made(c.tallyId(), c.from()));
			default -> {
				// nothing new to act on
			}
		}
	}

	private Command document(Step step) {
		int detail = step.detail();
		if (this.documents.isEmpty() || detail % 5 < 2) {
			DocumentKind kind = (detail % 3 == 0) ? DocumentKind.REGULATION : DocumentKind.NORMATIVE_DOCUMENT;
			boolean opening = detail % 7 == 0;
			return new MakeDocument(agency(step), kind, number(step, this.documents.size()), "办法",
					opening ? LocalDate.of(2015, 3, 1) : day(step), opening);
		}
		Made made = this.documents.get(step.which() % this.documents.size());
		LocalDate day = made.on().plusDays(step.day() % 900 - 5L);
		return switch (detail % 9) {
			case 0, 1, 2, 3 -> new RepealDocument(made.id(), day, Step.pick(detail, RepealWay.values()));
			case 4 -> new AmendDocument(made.id(), day);
			case 5, 6 -> new RectifyDocument(made.id(), OfficeUnderTest.TODAY, "录入错误",
					(detail % 4 == 0) ? Step.pick(detail / 4, DocumentKind.values()) : null, null,
					(detail % 4 == 1) ? day : null, (detail % 4 == 2) ? detail % 8 == 2 : null,
					(detail % 4 == 3) ? day : null, null);
			default ->
				new StrikeDocument(made.id(), OfficeUnderTest.TODAY, Step.pick(detail, StruckPart.values()), "误录");
		};
	}

	private Command tally(Step step) {
		int detail = step.detail();
		if (this.tallies.isEmpty() || detail % 5 < 3) {
			TallyItem item = Step.pick(detail / 5, TallyItem.LICENCES, TallyItem.PENALTIES, TallyItem.COERCIONS,
					TallyItem.FEES, TallyItem.COMPLAINTS, TallyItem.LICENCE_ITEMS, TallyItem.OTHER_SERVICES,
					TallyItem.OTHER_SERVICE_ITEMS, TallyItem.PENALTY_ITEMS, TallyItem.COERCION_ITEMS,
					TallyItem.FEE_ITEMS, TallyItem.PROCUREMENTS, TallyItem.PROCUREMENT_AMOUNT);
			LocalDate from = day(step);
			return new RecordTally(agency(step), number(step, this.tallies.size()), item, from,
					from.plusDays(detail % 40), item.isAmount() ? null : detail % 90 - (item.isChange() ? 30L : 0L),
					item.isAmount() ? new BigDecimal(detail % 900 + "." + detail % 10) : null, null);
		}
		Made made = this.tallies.get(step.which() % this.tallies.size());
		LocalDate day = made.on().plusDays(step.day() % 300);
		return (detail % 3 == 0) ? new StrikeTally(made.id(), OfficeUnderTest.TODAY, "误录")
				: new RectifyTally(made.id(), OfficeUnderTest.TODAY, "录入错误", (detail % 2 == 0) ? day : null,
						(detail % 2 == 0) ? day : null, (detail % 4 < 3) ? (long) (detail % 50) : null,
						(detail % 4 == 3) ? new BigDecimal("2.50") : null, null);
	}

	private String agency(Step step) {
		return this.agencies.get(step.which() % this.agencies.size());
	}

	private static LocalDate day(Step step) {
		return LocalDate.of(2019 + step.day() % 6, 1, 1).plusDays(step.detail() % 366);
	}

	// a number may be tried that is taken
	private static String number(Step step, int made) {
		return Integer.toString((step.act() % 7 == 0) ? 1 : made + 1);
	}

}
