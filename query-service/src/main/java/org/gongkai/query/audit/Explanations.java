package org.gongkai.query.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.access.Records;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.LogReader;
import org.gongkai.query.AsOf;
import org.gongkai.query.Vantage;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.PastCases;
import org.gongkai.query.report.Reports;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.CasePlacement;
import org.gongkai.statute.audit.Placement;
import org.gongkai.statute.audit.Reason;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 计数说明: in which cells of a year's tables a record is and why, or why it is in none, with the entries it rests on and the offices
/// whose reports count it.
@Component
class Explanations {

	private final PastCases cases;

	private final Disputes disputes;

	private final Agencies agencies;

	private final LogReader log;

	private final AsOf asOf;

	Explanations(PastCases cases, Disputes disputes, Agencies agencies, LogReader logReader, AsOf asOf) {
		this.cases = cases;
		this.disputes = disputes;
		this.agencies = agencies;
		this.log = logReader.impersonal();
		this.asOf = asOf;
	}

	/// A link of the chain.
	///
	/// @param basis its stable code
	/// @param evidence the entries it rests on; empty where it follows from the links
	/// before
	record Step(String basis, String article, String zh, String en, List<Evidence> evidence) {
	}

	/// An office that counts the record.
	///
	/// @param withSubordinates whether it does so only in a report with all below it
	record CountedBy(String agency, String name, boolean withSubordinates) {
	}

	/// A cell that a record counts in.
	///
	/// @param number what the record adds to it
	record Share(int table, String row, String column, BigDecimal number) {

		/// Where it stands on the form.
		public String label() {
			return new Cell(this.table, this.row, this.column).label();
		}

	}

	/// Where a record counts.
	///
	/// @param id of the case, dispute, document or tally
	/// @param agency code of the agency that has it
	/// @param cells the cells without sums: two of table three, one of table four, up to
	/// three of table two, or none
	/// @param steps why
	/// @param countedBy whose reports count it; empty where it is in no cell
	record Explanation(String id, int table, int year, String agency, List<Share> cells, List<Step> steps,
			List<CountedBy> countedBy, AsOf.Position asOf, @Nullable LocalDate effectiveOn) {
	}

	/// Any record by its name in the log.
	/// @throws Refused `unknown-application`, `unknown-dispute`, `unknown-disclosure`,
	/// `unknown-year`; `unknown-cell` for a record of a kind that no table counts
	Explanation of(String id, int year, Vantage vantage) {
		if (!id.contains(":")) {
			return ofCase(id, year, vantage);
		}
		Explanation found = read(id, year, vantage);
		if (found == null) {
			throw new Refused(
					(id.startsWith("review:") || id.startsWith("lawsuit:")) ? Rule.UNKNOWN_DISPUTE
							: Rule.UNKNOWN_DISCLOSURE,
					"nothing is recorded under this number, or it was not there yet");
		}
		return found;
	}

	/// Table three.
	/// @throws Refused `unknown-application`, `unknown-year`
	Explanation ofCase(String id, int year, Vantage vantage) {
		YearToDate period = YearToDate.of(year, vantage.effectiveOn());
		List<Recorded<Event>> entries = this.cases.get(id, vantage).entries();
		return explanation(id, year, CasePlacement.of(entries, period), entries, period, vantage);
	}

	/// Table four, for every dispute about a case, in the order of filing; counted as the
	/// attacked agency counts.
	/// @throws Refused `unknown-application`, `unknown-year`
	List<Explanation> ofDisputes(String applicationId, int year, Vantage vantage) {
		this.cases.get(applicationId, new Vantage(vantage.position(), null));
		List<Explanation> explanations = new ArrayList<>();
		for (DisputeItem dispute : this.disputes.about(applicationId)) {
			Explanation one = read(dispute.disputeId(), year, vantage);
			if (one != null) {
				explanations.add(one);
			}
		}
		return explanations;
	}

	private @Nullable Explanation read(String id, int year, Vantage vantage) {
		YearToDate period = YearToDate.of(year, vantage.effectiveOn());
		List<Recorded<Event>> entries = this.log.streams(List.of(id), vantage.position()).getOrDefault(id, List.of());
		if (entries.isEmpty()) {
			return null;
		}
		Placement placement = Placement.of(entries, period,
				this.agencies.disputeCounting(Records.agencyOf(id), year, vantage.position()));
		if (placement == null) {
			throw new Refused(Rule.UNKNOWN_CELL, "no table counts records of this kind");
		}
		return explanation(id, year, placement, entries, period, vantage);
	}

	private Explanation explanation(String id, int year, Placement placement, List<Recorded<Event>> entries,
			YearToDate period, Vantage vantage) {
		List<Share> cells = placement.cells()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((one) -> new Share(one.getKey().table(), one.getKey().row(), one.getKey().column(), one.getValue()))
			.toList();
		return new Explanation(id, placement.table(), year, placement.agency(), cells,
				steps(entries, placement.reasons()),
				cells.isEmpty() ? List.of() : countedBy(placement.agency(), year, period, vantage),
				this.asOf.at(vantage.position()), vantage.effectiveOn());
	}

	private static List<Step> steps(List<Recorded<Event>> entries, List<Reason> reasons) {
		return reasons.stream()
			.map((reason) -> new Step(reason.basis().code(), reason.basis().article(), reason.zh(), reason.en(),
					Evidence.of(entries, reason.entries())))
			.toList();
	}

	/// The office itself, and all that are responsible for it on the last day.
	private List<CountedBy> countedBy(String agency, int year, YearToDate period, Vantage vantage) {
		List<CountedBy> offices = new ArrayList<>();
		for (String code : this.agencies.withSuperiors(agency, period.last(), vantage.position())) {
			this.agencies.find(code)
				.filter((office) -> year >= Reports.firstYear(office))
				.ifPresent((office) -> offices.add(new CountedBy(code,
						this.agencies.nameOn(office, period.last(), vantage.position()), !code.equals(agency))));
		}
		return offices;
	}

}
