package org.gongkai.statute.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;

/// Tells a case in a line of a test table: events apart by semicolons, each a word, its
/// day and what it needs besides.
final class Story {

	private static final String ID = "320111/1";

	private static final PersonalText TEXT = new PersonalText(null, null);

	private Story() {
	}

	/// The facts of the case, its events folded in the order told.
	static List<ClockFact> facts(String story) {
		List<ClockFact> facts = List.of();
		long sequence = 0;
		for (String event : story.split(";")) {
			facts = ClockFacts.fold(facts, sequence++, event(event.strip().split(" +")));
		}
		return facts;
	}

	private static ApplicationEvent event(String[] words) {
		LocalDate on = LocalDate.parse(words[1]);
		return switch (words[0]) {
			case "received" -> received(on, false);
			case "historical" -> received(on, true);
			case "correction-asked" -> new CorrectionRequested(ID, on, LocalDate.parse(words[2]), TEXT);
			case "corrected" -> new CorrectionSupplied(ID, on, TEXT);
			case "third-party-asked" -> new ThirdPartyConsulted(ID, number(words), on, TEXT);
			case "third-party-answered" -> new ThirdPartyOpinionRecorded(ID, number(words), on, null, TEXT);
			case "organ-asked" -> new AgencyConsulted(ID, number(words), "320100", on);
			case "organ-answered" -> new AgencyOpinionRecorded(ID, number(words), on, null, null);
			case "extended" -> new DeadlineExtended(ID, on, number(words), "查找", "主任");
			case "reasons-asked" -> new ReasonsRequested(ID, on);
			case "reasons-given" -> new ReasonsSupplied(ID, on, TEXT);
			case "delayed" -> new ReplyDelayed(ID, on, LocalDate.parse(words[2]));
			case "fee-notified" -> new FeeNoticeIssued(ID, on, FeeSchedule.PER_PAGE, 31, BigDecimal.TEN);
			case "paid" -> new FeePaid(ID, on);
			case "transferred" -> new ApplicationTransferred(ID, "320111", "320112", on, "内设机构");
			case "decided" -> new ApplicationDecided(ID, Outcome.GRANTED, on, null, null, List.of(), null);
			case "correction-lapsed" -> new CorrectionLapsed(ID, on, null);
			case "fee-lapsed" -> new FeeLapsed(ID, on, null);
			case "withdrawn" -> new ApplicationWithdrawn(ID, on, null);
			case "delivered" -> new ReplyDelivered(ID, DeliveryWay.POST, on);
			case "redecision-ordered" ->
				new RedecisionOrdered(ID, on, "review:320111/1", (words.length > 2) ? LocalDate.parse(words[2]) : null);
			case "redecided" -> new ApplicationRedecided(ID, Outcome.GRANTED, on, null, null, List.of(), null);
			case "receipt-rectified" -> rectified(on, on, null);
			case "conclusion-rectified" -> rectified(on, null, on);
			case "kind-rectified" ->
				new RecordRectified(ID, on, "录错", ApplicantKind.BUSINESS, null, null, null, null, null, null, null);
			case "struck" -> new EntryStruck(ID, on, number(words), "误录");
			default -> throw new IllegalArgumentException(words[0]);
		};
	}

	private static ApplicationReceived received(LocalDate on, boolean historical) {
		return new ApplicationReceived(ID, "320111", "1", ApplicantKind.NATURAL_PERSON, Channel.ONLINE, on, on,
				historical, new Personal(null, null, null, null, null, null, null, null));
	}

	private static RecordRectified rectified(LocalDate on, LocalDate receivedOn, LocalDate concludedOn) {
		return new RecordRectified(ID, on, "录错", null, null, null, receivedOn, null, concludedOn, null, null);
	}

	private static int number(String[] words) {
		return Integer.parseInt(words[2]);
	}

}
