package org.gongkai.acceptance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import net.jqwik.api.statistics.Statistics;
import org.gongkai.command.Circumstances;
import org.gongkai.command.Command;
import org.gongkai.command.Receipt;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.agency.CloseAgency;
import org.gongkai.command.agency.OpenLedger;
import org.gongkai.command.agency.RegisterAgency;
import org.gongkai.command.agency.RenameAgency;
import org.gongkai.command.agency.ReparentAgency;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.AskForReasons;
import org.gongkai.command.application.ConsultAgency;
import org.gongkai.command.application.ConsultThirdParty;
import org.gongkai.command.application.DecideApplication;
import org.gongkai.command.application.DelayReply;
import org.gongkai.command.application.DeliverReply;
import org.gongkai.command.application.DraftDecision;
import org.gongkai.command.application.ExtendDeadline;
import org.gongkai.command.application.IssueFeeNotice;
import org.gongkai.command.application.LapseCorrection;
import org.gongkai.command.application.LapseFee;
import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.command.application.RecordAgencyOpinion;
import org.gongkai.command.application.RecordFeePayment;
import org.gongkai.command.application.RecordThirdPartyOpinion;
import org.gongkai.command.application.RectifyRecord;
import org.gongkai.command.application.RequestCorrection;
import org.gongkai.command.application.ReturnDraft;
import org.gongkai.command.application.StrikeEntry;
import org.gongkai.command.application.SupplyCorrection;
import org.gongkai.command.application.SupplyReasons;
import org.gongkai.command.application.TransferApplication;
import org.gongkai.command.application.WithdrawApplication;
import org.gongkai.command.calendar.AnnounceCalendar;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.statute.Refused;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Tries steps on the offices of one city, legal ones mostly and others too. What is accepted is recorded as the answer
/// says; what is not is refused by a rule and leaves nothing; there is no third way.
final class Clerk {

	private static final Circumstances BY = Circumstances.of("王科员", "http");

	private static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");

	private final OfficeUnderTest office;

	private final String city;

	private final List<String> agencies = new ArrayList<>();

	private final List<Case> cases = new ArrayList<>();

	private final DisputeSteps disputes = new DisputeSteps(this.agencies);

	private final DisclosureSteps disclosures = new DisclosureSteps(this.agencies);

	/// What a clerk remembers of a case, so that most of what he tries is possible.
	private static final class Case {

		private final ApplicationId id;

		private final LocalDate received;

		private LocalDate last;

		private int entries = 1;

		private int consultations;

		Case(ApplicationId id, LocalDate received) {
			this.id = id;
			this.received = received;
			this.last = received;
		}

	}

	Clerk(OfficeUnderTest office, String city) {
		this.office = office;
		this.city = city;
		register("city", AgencyKind.CITY, null);
		register("county", AgencyKind.COUNTY, "city");
		register("town", AgencyKind.TOWNSHIP, "county");
		register("desk", AgencyKind.INTERNAL_BODY, "town");
		register("station", AgencyKind.DISPATCHED_BODY, "town");
	}

	List<String> agencies() {
		return this.agencies;
	}

	void tries(Step step) {
		int act = step.act() % 140;
		if (act >= 120) {
			attempt(() -> this.disclosures.next(step), (command, _) -> this.disclosures.recorded(command));
		}
		else if (act >= 100) {
			dispute(step);
		}
		else if (this.cases.isEmpty() || act < 26) {
			receive(step);
		}
		else if (act < 33) {
			agency(step);
		}
		else {
			onCase(this.cases.get(step.which() % this.cases.size()), act, step);
		}
	}

	private void dispute(Step step) {
		Case about = this.cases.isEmpty() ? null : this.cases.get(step.which() % this.cases.size());
		attempt(() -> this.disputes.next(step, (about == null) ? null : about.id,
				(about == null) ? FIRST_DAY : about.last), this.disputes::recorded);
	}

	private void receive(Step step) {
		// many in December, so that much is carried over
		int year = 2020 + step.day() % 5;
		LocalDate day = (step.day() % 3 == 0) ? LocalDate.of(year, 12, 31).minusDays(step.detail() % 15)
				: LocalDate.of(year, 1, 1).plusDays(step.detail() % 330);
		Channel channel = Step.pick(step.detail(), Channel.values());
		LocalDate submitted = (step.which() % 10 == 0) ? day.minusDays(step.detail() % 3) : day;
		String agency = this.agencies.get(step.which() % this.agencies.size());
		// a number may be tried that is taken
		String number = Integer.toString((step.act() % 7 == 0) ? 1 : this.cases.size() + 1);
		Receipt receipt = attempt(() -> new ReceiveApplication(agency, number, kind(step.detail() / 7), channel,
				submitted, day, personal("李某"), step.which() % 9 == 0));
		if (receipt != null) {
			this.cases.add(new Case(ApplicationId.of(receipt.stream()), day));
		}
	}

	private void agency(Step step) {
		String code = this.agencies.get(step.which() % this.agencies.size());
		String other = this.agencies.get(step.detail() % this.agencies.size());
		LocalDate day = FIRST_DAY.plusDays((long) step.day() % 1700);
		attempt(() -> {
			AgencyCode own = new AgencyCode(code);
			return switch (step.detail() % 16) {
				case 0, 1, 2, 3, 4, 5 ->
					new ReparentAgency(own, (step.day() % 4 == 0) ? null : new AgencyCode(other), day);
				case 6, 7, 8, 9, 10 -> new RenameAgency(own, "新名" + step.day(), day);
				case 11 -> new OpenLedger(own, (step.day() % 2 == 0) ? day : LocalDate.of(day.getYear(), 1, 1));
				case 12 -> (step.day() % 4 == 0) ? new CloseAgency(own, day) : new RenameAgency(own, "", day);
				case 13 -> new RegisterAgency(own, "又名", AgencyKind.TOWNSHIP, null, day);
				default -> new AnnounceCalendar(2024, List.of(LocalDate.parse("2024-06-10")), List.of(), "通知",
						LocalDate.parse("2023-10-25"));
			};
		});
	}

	private void onCase(Case it, int act, Step step) {
		// mostly after what was done last, now and then anywhere, the future included
		LocalDate day = switch (step.day() % 12) {
			case 0 -> FIRST_DAY.plusDays((long) step.day() * 7 % 1900);
			case 1 -> it.received.plusDays(step.detail() % 20);
			case 2 -> LocalDate.of(it.last.getYear(), 12, 31);
			default -> it.last.plusDays(step.day() % 25);
		};
		int consultation = Math.max(1, it.consultations - step.detail() % 3);
		Receipt receipt = attempt(() -> command(it, act, step, day, consultation));
		if (receipt != null) {
			it.entries++;
			if (day.isAfter(it.last)) {
				it.last = day;
			}
			if (receipt.events().getFirst().endsWith("Consulted")) {
				it.consultations++;
			}
		}
	}

	private Command command(Case it, int act, Step step, LocalDate day, int consultation) {
		int detail = step.detail();
		ApplicationId id = (step.which() % 97 == 0) ? new ApplicationId(this.city, "none") : it.id;
		return switch (act) {
			case 33, 34 -> new RequestCorrection(id, day, day.plusDays(detail % 15), null);
			case 35, 36 -> new SupplyCorrection(id, day, null);
			case 37, 38 -> new LapseCorrection(id, day.plusDays(10), null);
			case 39, 40 -> new ConsultThirdParty(id, day, null);
			case 41 -> new RecordThirdPartyOpinion(id, consultation, day, Step.pick(detail, Opinion.values()), null);
			case 42 -> new ConsultAgency(id, "某局", day);
			case 43 -> new RecordAgencyOpinion(id, consultation, day, null, "理由");
			case 44, 45 -> new ExtendDeadline(id, day, detail % 22, (detail % 5 == 0) ? "" : "检索量大", null);
			case 46, 47 -> new AskForReasons(id, day);
			case 48 -> new SupplyReasons(id, day, null);
			case 49 -> new DelayReply(id, day, day.plusDays(detail % 30));
			case 50, 51 -> new IssueFeeNotice(id, day, FeeSchedule.PER_PAGE, 40, new BigDecimal(100 + detail % 5 / 4));
			case 52 -> new RecordFeePayment(id, day);
			case 53, 54 -> new LapseFee(id, day.plusDays(detail % 50), "告知" + detail);
			case 55, 56, 57, 58 -> new DeliverReply(id, Step.pick(detail, DeliveryWay.values()), day);
			case 59, 60, 61 -> new WithdrawApplication(id, day, null);
			case 62, 63, 64, 65, 66 ->
				new TransferApplication(id, this.agencies.get((detail % 7 == 0) ? 0 : 2 + detail % 3), day, "内设机构办理");
			case 67, 68, 69, 70, 71, 72, 73, 74 -> rectification(id, step, day);
			case 75, 76, 77, 78, 79 ->
				new StrikeEntry(id, day, (detail % 6 == 0) ? 0 : it.entries - 1 - detail % 2, "误录");
			case 80, 81 -> draft(decision(id, step, day));
			case 82 -> new ReturnDraft(id, day, "依据不明");
			default -> decision(id, step, day);
		};
	}

	private static DecideApplication decision(ApplicationId id, Step step, LocalDate day) {
		Outcome outcome = (step.detail() % 2 == 0) ? Step.pick(step.detail() / 2, Outcome.GRANTED,
				Outcome.PARTLY_GRANTED, Outcome.DENIED_1, Outcome.UNAVAILABLE_1)
				: Step.pick(step.detail() / 2, Outcome.values());
		List<WithheldPart> parts = (step.detail() % 5 == 0) ? List.of(new WithheldPart(Outcome.DENIED_5, "第二页"))
				: List.of();
		return new DecideApplication(id, outcome, day, "〔2024〕" + step.detail() + "号", null, parts, null);
	}

	private static DraftDecision draft(DecideApplication reply) {
		return new DraftDecision(reply.applicationId(), reply.outcome(), reply.decidedOn(), reply.replyNo(),
				reply.legalBasis(), reply.withheldParts(), reply.referredTo());
	}

	private static RectifyRecord rectification(ApplicationId id, Step step, LocalDate day) {
		int detail = step.detail();
		boolean ofConclusion = detail % 2 == 0;
		return new RectifyRecord(id, OfficeUnderTest.TODAY, "录入错误", (detail % 5 == 0) ? kind(detail / 5) : null, null,
				null, (detail % 7 == 0) ? day.minusDays(detail % 60) : null,
				(ofConclusion && detail % 3 != 0) ? Step.pick(detail / 6, Outcome.values()) : null,
				(ofConclusion && detail % 3 != 1) ? day : null, null, (detail % 11 == 0) ? personal("王某") : null);
	}

	private static ApplicantKind kind(int detail) {
		return Step.pick(detail, ApplicantKind.values());
	}

	private static Personal personal(String name) {
		return new Personal(name, null, null, null, null, "某项目", null, null);
	}

	private void register(String name, AgencyKind kind, @Nullable String parent) {
		String code = this.city + "-" + name;
		attempt(() -> new RegisterAgency(new AgencyCode(code), name, kind,
				(parent == null) ? null : new AgencyCode(this.city + "-" + parent), LocalDate.parse("2000-01-01")));
		this.agencies.add(code);
	}

	private @Nullable Receipt attempt(Supplier<Command> making) {
		return attempt(making, (_, _) -> {
		});
	}

	private @Nullable Receipt attempt(Supplier<Command> making, BiConsumer<Command, Receipt> recorded) {
		long before = this.office.events();
		String what = "malformed";
		try {
			Command command = making.get();
			what = command.getClass().getSimpleName();
			Receipt receipt = this.office.commands().handle(command, BY);
			assertThat(this.office.events()).as("accepted: " + command).isEqualTo(before + receipt.events().size());
			Statistics.label("recorded").collect(what);
			recorded.accept(command, receipt);
			return receipt;
		}
		catch (Refused ex) {
			assertThat(this.office.events()).as("refused: " + what + ", " + ex.getMessage()).isEqualTo(before);
			Statistics.label("refused").collect(ex.rule().code());
			return null;
		}
	}

}
