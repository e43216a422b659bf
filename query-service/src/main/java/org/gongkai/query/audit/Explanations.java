package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.log.LogReader;
import org.gongkai.query.AsOf;
import org.gongkai.query.Vantage;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.PastCases;
import org.gongkai.query.report.Reports;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.audit.CasePlacement;
import org.gongkai.statute.audit.DisputePlacement;
import org.gongkai.statute.audit.Reason;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 计数说明: in which cell of a year's tables a case is and why, or why it is in none, with the entries it rests on and the offices
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
		this.log = logReader;
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

	/// Where a record counts.
	///
	/// @param id of the case or dispute
	/// @param agency code of the agency that has it
	/// @param cells the cells without sums: two of table three, one of table four, or
	/// none
	/// @param steps why
	/// @param countedBy whose reports count it; empty where it is in no cell
	record Explanation(String id, int table, int year, String agency, List<Cell> cells, List<Step> steps,
			List<CountedBy> countedBy, AsOf.Position asOf, @Nullable LocalDate effectiveOn) {
	}

	/// Table three.
	/// @throws org.gongkai.statute.Refused `unknown-application`, `unknown-year`
	Explanation ofCase(String id, int year, Vantage vantage) {
		YearToDate period = YearToDate.of(year, vantage.effectiveOn());
		List<Recorded<Event>> entries = this.cases.get(id, vantage).entries();
		CasePlacement placement = CasePlacement.of(entries, period);
		List<Cell> cells = new ArrayList<>();
		if (placement.entry() != null && placement.exit() != null) {
			cells.add(Cell.of(placement.entry(), placement.column()));
			cells.add(Cell.of(placement.exit(), placement.column()));
		}
		return new Explanation(id, 3, year, placement.agency(), cells, steps(entries, placement.reasons()),
				cells.isEmpty() ? List.of() : countedBy(placement.agency(), year, period, vantage),
				this.asOf.at(vantage.position()), vantage.effectiveOn());
	}

	/// Table four, for every dispute about a case, in the order of filing; counted as the
	/// attacked agency counts.
	/// @throws org.gongkai.statute.Refused `unknown-application`, `unknown-year`
	List<Explanation> ofDisputes(String applicationId, int year, Vantage vantage) {
		this.cases.get(applicationId, new Vantage(vantage.position(), null));
		return this.disputes.about(applicationId)
			.stream()
			.map(DisputeItem::disputeId)
			.map((id) -> ofDispute(id, year, vantage))
			.flatMap(List::stream)
			.toList();
	}

	private List<Explanation> ofDispute(String id, int year, Vantage vantage) {
		YearToDate period = YearToDate.of(year, vantage.effectiveOn());
		List<Recorded<Event>> entries = this.log.streams(List.of(id), vantage.position()).getOrDefault(id, List.of());
		if (entries.isEmpty()) {
			return List.of();
		}
		String agency = DisputePlacement.of(entries, period, DisputeCounting.INCLUDING_CARRIED_IN).agency();
		DisputePlacement placement = DisputePlacement.of(entries, period,
				this.agencies.disputeCounting(agency, year, vantage.position()));
		DisputeResult result = placement.result();
		return List.of(new Explanation(id, 4, year, agency,
				(result == null) ? List.of() : List.of(Cell.of(placement.block(), result)),
				steps(entries, placement.reasons()),
				(result == null) ? List.of() : countedBy(agency, year, period, vantage),
				this.asOf.at(vantage.position()), vantage.effectiveOn()));
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
