package org.gongkai.command.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongkai.command.Command;
import org.gongkai.command.Commands;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.agency.OpenLedger;
import org.gongkai.command.application.CaseHistory;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.command.review.LoggedDisputes;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// One row of a register on its way into the record: it adds what the record does not have of it yet.
final class RegisterEntry implements RowByRow.Row {

	/// What a row of the past may lack, if it stays marked as such.
	private static final Set<Rule> PROCEDURE = Set.of(Rule.THIRD_PARTY_NOT_CONSULTED, Rule.CORRECTION_NOT_SUPPLIED,
			Rule.CORRECTION_NOT_REQUESTED, Rule.REASONS_NOT_ASKED, Rule.FEE_NOT_NOTIFIED);

	private final int number;

	private final RegisterRow row;

	private final RegisterOptions options;

	private final LoggedCases cases;

	private final LoggedDisputes disputes;

	private final Offices offices;

	private boolean historical;

	RegisterEntry(int number, RegisterRow row, RegisterOptions options, LoggedCases cases, LoggedDisputes disputes,
			Offices offices) {
		this.number = number;
		this.row = row;
		this.options = options;
		this.cases = cases;
		this.disputes = disputes;
		this.offices = offices;
	}

	@Override
	public int number() {
		return this.number;
	}

	@Override
	public Class<? extends Command> type() {
		return ReceiveApplication.class;
	}

	@Override
	public String agency() {
		return this.row.agency();
	}

	@Override
	public ImportColumn named() {
		return RegisterColumn.APPLICATION_NO;
	}

	@Override
	public boolean record(Commands.Door door) {
		CaseHistory history = this.cases.find(this.row.applicationId());
		RecordedRow recorded = new RecordedRow(history.acts(), history.nextConsultation(), disputes());
		List<Act> missing = recorded.missing(this.row, this.row.acts(this.historical, recorded.consultation()));
		List<Act> acts = new ArrayList<>(opening());
		acts.addAll(missing);
		acts.forEach((act) -> handle(door, act));
		return !acts.isEmpty();
	}

	@Override
	public boolean isTakenOtherwise(RowRefused why) {
		if (this.historical || !this.options.historical()
				|| !why.cells().stream().allMatch((cell) -> PROCEDURE.contains(cell.rule()))) {
			return false;
		}
		this.historical = true;
		return true;
	}

	private List<DisputeEvent> disputes() {
		List<DisputeEvent> acts = new ArrayList<>();
		if (this.row.cell(RegisterColumn.REVIEW_FILED_ON) != null) {
			acts.addAll(this.disputes.history(this.row.reviewId()).acts());
		}
		if (this.row.cell(RegisterColumn.LAWSUIT_FILED_ON) != null) {
			acts.addAll(this.disputes.history(this.row.lawsuitId()).acts());
		}
		return acts;
	}

	/// What an opening list does before its row, if nobody did it yet.
	private List<Act> opening() {
		LocalDate day = this.options.opening();
		if (day == null) {
			return List.of();
		}
		requireOpenOn(day);
		List<Act> acts = new ArrayList<>();
		if (!(this.offices.find(this.row.agency()) instanceof Office.Registered office)
				|| !day.equals(office.ledgerOpenedOn())) {
			acts.add(new Act(new OpenLedger(new AgencyCode(this.row.agency()), day), RegisterColumn.AGENCY, day));
		}
		return acts;
	}

	private void requireOpenOn(LocalDate day) {
		if (!this.row.receivedOn().isBefore(day)) {
			throw new RowRefused(RowRefused.Cell.of(RegisterColumn.RECEIVED_ON, new Refused(Rule.OPENING_LIST,
					"an opening list has what was received before " + day + " and was open then")));
		}
		@Nullable LocalDate concludedOn = this.row.concludedOn();
		if (concludedOn != null && concludedOn.isBefore(day)) {
			throw new RowRefused(RowRefused.Cell.of(RegisterColumn.CONCLUDED_ON,
					new Refused(Rule.BEFORE_LEDGER, "the records of this agency begin on " + day)));
		}
	}

	private static void handle(Commands.Door door, Act act) {
		try {
			door.handle(act.command());
		}
		catch (Refused ex) {
			throw new RowRefused(act.refused(ex));
		}
	}

}
