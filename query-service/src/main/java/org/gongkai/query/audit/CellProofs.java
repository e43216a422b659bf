package org.gongkai.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.gongkai.query.AsOf;
import org.gongkai.query.Vantage;
import org.gongkai.query.application.PastCases;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.audit.CasePlacement;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 不重不漏的证明: that every case which touches a year is in exactly one of 本年新收 and 上年结转 and in exactly one of the outcome rows
/// and 结转下年度. Two ways that share nothing are set against each other: the lists behind the cells, as the tables are counted, and
/// the cases read one by one from the log.
@Component
class CellProofs {

	private final Reports reports;

	private final PastCases cases;

	CellProofs(Reports reports, PastCases cases) {
		this.reports = reports;
		this.cases = cases;
	}

	/// A row with the number of its cases.
	record Line(String row, int cases) {
	}

	/// One side of the identity.
	///
	/// @param lines each row, those without cases left out
	/// @param sum of the lines
	/// @param twice ids of cases that are in more than one row
	/// @param nowhere ids of cases that touch the year and are in no row
	/// @param elsewhere ids of cases whose own course leads to another row, or to none
	record Side(List<Line> lines, int sum, List<String> twice, List<String> nowhere, List<String> elsewhere) {

		boolean holds(int touching) {
			return this.sum == touching && this.twice.isEmpty() && this.nowhere.isEmpty() && this.elsewhere.isEmpty();
		}

	}

	/// A cell that is asked for.
	///
	/// @param cases ids, in the order of receipt
	record Asked(String row, String column, int count, List<String> cases) {
	}

	/// @param touching how many cases touch the year by their own course
	/// @param entry 本年新收 and 上年结转
	/// @param exit the outcome rows and 结转下年度
	/// @param holds whether both sides are exclusive and complete and the printed table
	/// has the same sums
	/// @param cell the cell that is asked for; null where none is
	record Proof(Reports.Named agency, int year, List<String> counted, int touching, Side entry, Side exit,
			boolean holds, @Nullable Asked cell, AsOf.Position asOf) {
	}

	/// @param row null to ask for no cell
	/// @throws org.gongkai.statute.Refused as the report, `unknown-cell`
	Proof of(Reports.Question question, @Nullable Row row, Column column) {
		Reports.Report report = this.reports.report(question);
		Reports.Question fixed = new Reports.Question(question.agency(), question.year(), question.withSubordinates(),
				report.asOf().position(), question.effectiveOn());
		Map<String, Row> entries = new TreeMap<>();
		Map<String, Row> exits = new TreeMap<>();
		Vantage vantage = new Vantage(report.asOf().position(), question.effectiveOn());
		this.cases.each(this.cases.had(report.counted(), new Vantage(vantage.position(), report.period().last())),
				vantage, (id, stream) -> {
					CasePlacement placement = CasePlacement.of(stream, report.period());
					if (placement.entry() != null && placement.exit() != null) {
						entries.put(id, placement.entry());
						exits.put(id, placement.exit());
					}
				});
		List<Row> results = new ArrayList<>(Row.outcomes());
		results.add(Row.CARRIED_OUT);
		Side entry = side(fixed, List.of(Row.NEW, Row.CARRIED_IN), entries);
		Side exit = side(fixed, results, exits);
		boolean printed = report.table3().isBalanced() && report.table3().get(Row.NEW, Column.TOTAL)
				+ report.table3().get(Row.CARRIED_IN, Column.TOTAL) == entry.sum();
		return new Proof(report.agency(), question.year(), report.counted(), entries.size(), entry, exit,
				printed && entry.holds(entries.size()) && exit.holds(entries.size()),
				(row == null) ? null : asked(fixed, row, column), report.asOf());
	}

	private Asked asked(Reports.Question question, Row row, Column column) {
		List<String> ids = this.reports.cases(question, row, column);
		return new Asked(row.jsonName(), column.jsonName(), ids.size(), ids);
	}

	private Side side(Reports.Question question, List<Row> rows, Map<String, Row> own) {
		Map<String, Row> placed = new LinkedHashMap<>();
		Set<String> twice = new TreeSet<>();
		Set<String> elsewhere = new TreeSet<>();
		List<Line> lines = new ArrayList<>();
		int sum = 0;
		for (Row row : rows) {
			List<String> ids = this.reports.cases(question, row, Column.TOTAL);
			for (String id : ids) {
				if (placed.put(id, row) != null) {
					twice.add(id);
				}
				if (own.get(id) != row) {
					elsewhere.add(id);
				}
			}
			if (!ids.isEmpty()) {
				lines.add(new Line(row.jsonName(), ids.size()));
			}
			sum += ids.size();
		}
		Set<String> nowhere = new TreeSet<>(own.keySet());
		nowhere.removeAll(placed.keySet());
		return new Side(lines, sum, List.copyOf(twice), List.copyOf(nowhere), List.copyOf(elsewhere));
	}

}
