package org.gongkai.command.review;

import java.util.List;

import org.gongkai.command.agency.Office.Registered;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.Cases;
import org.gongkai.command.application.Cases.Case;
import org.gongkai.command.calendar.Calendars;
import org.gongkai.command.review.DisputeState.Concluded;
import org.gongkai.command.review.DisputeState.Filing;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.Warning;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.gongkai.statute.review.Attacked;
import org.gongkai.statute.review.DisputeWarnings;
import org.jspecify.annotations.Nullable;

/// What the agency, the application and the earlier review say about a dispute as filed. A late or premature filing is
/// recorded with a warning, since others decide whether it is heard; one that contradicts the record is refused.
public final class DisputeRules {

	private final Offices offices;

	private final Cases cases;

	private final Disputes disputes;

	private final Calendars calendars;

	/// @param offices tell whether the agency existed
	/// @param cases tell what the application came to
	/// @param disputes tell what the earlier review came to
	/// @param calendars tell the ends of terms
	public DisputeRules(Offices offices, Cases cases, LoggedDisputes disputes, Calendars calendars) {
		this(offices, cases, (Disputes) disputes, calendars);
	}

	DisputeRules(Offices offices, Cases cases, Disputes disputes, Calendars calendars) {
		this.offices = offices;
		this.cases = cases;
		this.disputes = disputes;
		this.calendars = calendars;
	}

	/// @return what looks wrong all the same
	/// @throws Refused when the record contradicts the filing
	List<Warning> admit(Filing filing) {
		if (!office(filing).isOpenOn(filing.filedOn())) {
			throw new Refused(Rule.AGENCY_CLOSED, filing.agency() + " does not exist on " + filing.filedOn());
		}
		Attacked attacked = attacked(filing);
		DisputeState review = earlierReview(filing);
		WorkingCalendar calendar = this.calendars.from(filing.filedOn());
		LawsuitKind kind = filing.kind();
		return (kind == null) ? DisputeWarnings.ofReview(filing.against(), filing.filedOn(), attacked, calendar)
				: DisputeWarnings.ofLawsuit(kind, filing.against(), filing.filedOn(), attacked, review != null,
						(review instanceof Concluded concluded) ? concluded.on() : null, calendar);
	}

	/// What was decided before the records begin belongs to the years before them.
	void afterLedgerOpened(Concluded concluded) {
		var opened = office(concluded.filing()).ledgerOpenedOn();
		if (opened != null && concluded.on().isBefore(opened)) {
			throw new Refused(Rule.BEFORE_LEDGER, "the records of this agency begin on " + opened);
		}
	}

	private Registered office(Filing filing) {
		return this.offices.find(filing.agency()).registered();
	}

	private @Nullable Attacked attacked(Filing filing) {
		String named = filing.applicationId();
		if (named == null) {
			return null;
		}
		ApplicationId id = ApplicationId.of(named);
		Case application = this.cases.status(id);
		if (application == null) {
			throw new Refused(Rule.UNKNOWN_APPLICATION, "no application has this number");
		}
		if (application.isVoid()) {
			throw new Refused(Rule.RECORD_VOID, "the record of this application was struck");
		}
		boolean own = application.agency().equals(filing.agency()) || named.startsWith(filing.agency() + "/");
		if (!own && !filing.coDefendant()) {
			throw new Refused(Rule.DISPUTE_OF_ANOTHER, "the application is not one of " + filing.agency());
		}
		if (filing.filedOn().isBefore(application.receivedOn())) {
			throw new Refused(Rule.BEFORE_RECEIPT,
					"the application was received on " + application.receivedOn() + ", after " + filing.filedOn());
		}
		Attacked attacked = Attacked.lastOn(filing.filedOn(),
				application.replies()
					.stream()
					.map((reply) -> new Attacked(reply.outcome(), reply.on(), reply.deliveredOn()))
					.toList());
		if (attacked == null && filing.against() == DisputedAct.REPLY) {
			throw new Refused(Rule.NO_REPLY_YET, "the application had no answer on " + filing.filedOn());
		}
		return attacked;
	}

	private @Nullable DisputeState earlierReview(Filing filing) {
		String named = filing.reviewId();
		if (named == null) {
			return null;
		}
		DisputeId id = DisputeId.of(named);
		DisputeId.requireReview(id);
		DisputeState review = this.disputes.find(id);
		Filing of = review.filing();
		boolean sameAgency = of.agency().equals(filing.agency()) || filing.coDefendant();
		boolean sameCase = of.applicationId() == null || filing.applicationId() == null
				|| of.applicationId().equals(filing.applicationId());
		if (filing.kind() != LawsuitKind.AFTER_REVIEW || !sameAgency || !sameCase) {
			throw new Refused(Rule.DISPUTE_OF_ANOTHER, "the review named is not one that this suit came after");
		}
		return review;
	}

}
