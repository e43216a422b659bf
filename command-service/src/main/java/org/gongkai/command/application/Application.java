package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Office.Registered;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.CaseState.Concluded;
import org.gongkai.command.application.CaseState.Open;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalData;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// Decides about one application. What may follow what stands in [CaseRules]; here each command becomes its act, and
/// what depends on an agency is asked of the agency.
@AggregateRoot(type = "application")
public class Application {

	private static final PersonalText NOTHING = new PersonalText(null, null);

	@AggregateIdentifier
	private @Nullable String id;

	private CaseHistory history = new CaseHistory(List.of());

	private CaseState state = new CaseState.Unknown();

	/// For the framework, before the case's events are replayed.
	protected Application() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(ReceiveApplication c, CaseRules rules, Offices offices) {
		offices.openOn(c.agency(), c.receivedOn());
		Personal personal = c.personal();
		act(rules,
				new ApplicationReceived(c.applicationId().value(), c.agency(), c.applicationNo(), c.applicantKind(),
						c.channel(), c.submittedOn(), c.receivedOn(), Boolean.TRUE.equals(c.historical()),
						(personal == null) ? new Personal(null, null, null, null, null, null, null, null) : personal));
	}

	@CommandHandler
	void decide(RequestCorrection c, CaseRules rules) {
		act(rules, new CorrectionRequested(id(), c.notifiedOn(), c.dueOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(SupplyCorrection c, CaseRules rules) {
		act(rules, new CorrectionSupplied(id(), c.suppliedOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(LapseCorrection c, CaseRules rules, Offices offices) {
		afterLedgerOpened(offices, c.lapsedOn());
		act(rules, new CorrectionLapsed(id(), c.lapsedOn(), c.noticeNo()));
	}

	@CommandHandler
	void decide(ConsultThirdParty c, CaseRules rules) {
		act(rules, new ThirdPartyConsulted(id(), this.history.nextConsultation(), c.askedOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(RecordThirdPartyOpinion c, CaseRules rules) {
		act(rules,
				new ThirdPartyOpinionRecorded(id(), c.consultation(), c.answeredOn(), c.opinion(), text(c.personal())));
	}

	@CommandHandler
	void decide(ConsultAgency c, CaseRules rules) {
		act(rules, new AgencyConsulted(id(), this.history.nextConsultation(), c.consultedAgency(), c.askedOn()));
	}

	@CommandHandler
	void decide(RecordAgencyOpinion c, CaseRules rules) {
		act(rules, new AgencyOpinionRecorded(id(), c.consultation(), c.answeredOn(), c.opinion(), c.reason()));
	}

	@CommandHandler
	void decide(ExtendDeadline c, CaseRules rules) {
		act(rules, new DeadlineExtended(id(), c.notifiedOn(), c.workingDays(),
				Objects.requireNonNullElse(c.reason(), ""), c.approvedBy()));
	}

	@CommandHandler
	void decide(AskForReasons c, CaseRules rules) {
		act(rules, new ReasonsRequested(id(), c.askedOn()));
	}

	@CommandHandler
	void decide(SupplyReasons c, CaseRules rules) {
		act(rules, new ReasonsSupplied(id(), c.suppliedOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(DelayReply c, CaseRules rules) {
		act(rules, new ReplyDelayed(id(), c.notifiedOn(), c.replyBy()));
	}

	@CommandHandler
	void decide(IssueFeeNotice c, CaseRules rules) {
		act(rules, new FeeNoticeIssued(id(), c.notifiedOn(), c.schedule(), c.quantity(), c.amountYuan()));
	}

	@CommandHandler
	void decide(RecordFeePayment c, CaseRules rules) {
		act(rules, new FeePaid(id(), c.paidOn()));
	}

	@CommandHandler
	void decide(LapseFee c, CaseRules rules, Offices offices) {
		afterLedgerOpened(offices, c.lapsedOn());
		act(rules, new FeeLapsed(id(), c.lapsedOn(), c.noticeNo()));
	}

	@CommandHandler
	void decide(DraftDecision c, CaseRules rules) {
		act(rules, new DecisionDrafted(id(), c.outcome(), c.draftedOn(), c.replyNo(), c.legalBasis(),
				Objects.requireNonNullElse(c.withheldParts(), List.of()), c.referredTo()));
	}

	@CommandHandler
	void decide(ReturnDraft c, CaseRules rules) {
		act(rules, new DraftReturned(id(), c.returnedOn(), c.reason()));
	}

	@CommandHandler
	void decide(DecideApplication c, CaseRules rules, Offices offices) {
		afterLedgerOpened(offices, c.decidedOn());
		act(rules, new ApplicationDecided(id(), c.outcome(), c.decidedOn(), c.replyNo(), c.legalBasis(),
				Objects.requireNonNullElse(c.withheldParts(), List.of()), c.referredTo()));
	}

	@CommandHandler
	void decide(DeliverReply c, CaseRules rules) {
		act(rules, new ReplyDelivered(id(), c.way(), c.deliveredOn()));
	}

	@CommandHandler
	void decide(WithdrawApplication c, CaseRules rules, Offices offices) {
		afterLedgerOpened(offices, c.withdrawnOn());
		act(rules, new ApplicationWithdrawn(id(), c.withdrawnOn(), c.noticeNo()));
	}

	@CommandHandler
	void decide(TransferApplication c, CaseRules rules, Offices offices) {
		String from = intake().agency();
		Registered giver = offices.find(from).registered();
		Registered taker = offices.openOn(c.toAgency(), c.transferredOn());
		// article 36(5): another organ's information is referred, not handed over
		if (!giver.isOfOneOrganWith(taker)) {
			throw new Refused(Rule.TRANSFER_OUTSIDE_ORGAN, c.toAgency() + " and " + from + " are not of one organ");
		}
		act(rules, new ApplicationTransferred(id(), from, c.toAgency(), c.transferredOn(), c.reason()));
	}

	@CommandHandler
	void decide(OrderRedecision c, CaseRules rules, Rulings rulings) {
		Rulings.Ruling ruling = rulings.find(c.disputeId());
		if (ruling == null || !id().equals(ruling.applicationId())) {
			throw new Refused(Rule.UNKNOWN_DISPUTE, "no dispute about this application has this id");
		}
		LocalDate concludedOn = ruling.concludedOn();
		if (concludedOn == null || !ruling.ordersRedecision()) {
			throw new Refused(Rule.REDECISION_NOT_ORDERED, "the dispute has no decision that orders a new answer");
		}
		if (c.orderedOn().isBefore(concludedOn)) {
			throw new Refused(Rule.DAY_ORDER, "the dispute was decided on " + concludedOn + ", after " + c.orderedOn());
		}
		act(rules, new RedecisionOrdered(id(), c.orderedOn(), c.disputeId(), c.replyBy()));
	}

	@CommandHandler
	void decide(RedecideApplication c, CaseRules rules) {
		act(rules, new ApplicationRedecided(id(), c.outcome(), c.decidedOn(), c.replyNo(), c.legalBasis(),
				Objects.requireNonNullElse(c.withheldParts(), List.of()), c.referredTo()));
	}

	@CommandHandler
	void decide(RectifyRecord c, CaseRules rules, Offices offices) {
		Stream<@Nullable Object> conclusion = Stream.of(c.outcome(), c.concludedOn(), c.replyNo());
		boolean ofConclusion = conclusion.anyMatch(Objects::nonNull);
		if (this.state instanceof Open open && !open.intake().isReopened() && ofConclusion) {
			throw new Refused(Rule.NOT_CONCLUDED, "an open application has no outcome to rectify");
		}
		Stream<@Nullable Object> receipt = Stream.of(c.applicantKind(), c.channel(), c.submittedOn(), c.receivedOn(),
				c.personal());
		if (!ofConclusion && receipt.noneMatch(Objects::nonNull)) {
			throw new Refused(Rule.NOTHING_TO_RECTIFY, "a rectification changes at least one field");
		}
		LocalDate receivedOn = c.receivedOn();
		if (receivedOn != null) {
			offices.openOn(intake().agency(), receivedOn);
		}
		LocalDate concludedOn = c.concludedOn();
		if (concludedOn != null) {
			afterLedgerOpened(offices, concludedOn);
		}
		RecordRectified rectified = new RecordRectified(id(), c.rectifiedOn(), c.reason(), c.applicantKind(),
				c.channel(), c.submittedOn(), c.receivedOn(), c.outcome(), c.concludedOn(), c.replyNo(), c.personal());
		refuseForgotten(rectified);
		rules.admit(this.state, rectified);
		rules.replay(this.history.with(rectified).acts());
		AggregateLifecycle.apply(rectified);
	}

	@CommandHandler
	void decide(StrikeEntry c, CaseRules rules) {
		EntryStruck struck = new EntryStruck(id(), c.struckOn(), c.struckSequence(), c.reason());
		if (this.state instanceof CaseState.Voided) {
			throw new Refused(Rule.RECORD_VOID, "the record of this application was struck");
		}
		if (!this.history.mayStrike(c.struckSequence())) {
			throw new Refused(Rule.ENTRY_UNKNOWN, "there is no entry " + c.struckSequence() + " that could be struck");
		}
		try {
			rules.replay(this.history.with(struck).acts());
		}
		catch (Refused ex) {
			throw new Refused(Rule.ENTRY_NEEDED, "a later entry rests on this one: " + ex.getMessage());
		}
		AggregateLifecycle.apply(struck);
	}

	@CommandHandler
	void decide(EraseApplicant c) {
		if (this.history.isErased()) {
			throw new Refused(Rule.ALREADY_ERASED, "the personal data of this application was erased");
		}
		switch (this.state) {
			case Open _ -> throw new Refused(Rule.STILL_NEEDED, "the application is not concluded");
			case Concluded concluded ->
				CaseRules.notBefore(concluded.on(), c.erasedOn(), Rule.DAY_ORDER, "the application was concluded on");
			case CaseState.Voided _, CaseState.Unknown _ -> {
			}
		}
		AggregateLifecycle.apply(new ApplicantErased(id(), c.erasedOn(), c.ground(), c.reason()));
	}

	@EventSourcingHandler
	void evolve(ApplicationEvent event) {
		this.id = event.applicationId();
		this.history = this.history.with(event);
		this.state = this.history.state();
	}

	private void act(CaseRules rules, ApplicationEvent act) {
		refuseForgotten(act);
		rules.admit(this.state, act);
		AggregateLifecycle.apply(act);
	}

	/// What was forgotten is not told again.
	private void refuseForgotten(ApplicationEvent act) {
		PersonalData personal = act.personal();
		if (this.history.isErased() && personal != null && personal.tellsAnything()) {
			throw new Refused(Rule.ALREADY_ERASED, "the personal data of this application was erased", "personal");
		}
	}

	private String id() {
		return Objects.requireNonNull(this.id);
	}

	private Intake intake() {
		return switch (this.state) {
			case Open _, Concluded _ -> CaseState.intakeOf(this.state);
			case CaseState.Voided _ -> throw new Refused(Rule.RECORD_VOID, "the record of this application was struck");
			case CaseState.Unknown _ -> throw new Refused(Rule.UNKNOWN_APPLICATION, "no application has this number");
		};
	}

	/// What was concluded before the records begin belongs to the years before them.
	private void afterLedgerOpened(Offices offices, LocalDate concludedOn) {
		LocalDate opened = offices.find(intake().agency()).registered().ledgerOpenedOn();
		if (opened != null && concludedOn.isBefore(opened)) {
			throw new Refused(Rule.BEFORE_LEDGER, "the records of this agency begin on " + opened);
		}
	}

	private static PersonalText text(@Nullable PersonalText personal) {
		return Objects.requireNonNullElse(personal, NOTHING);
	}

}
