package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.query.AsOf;
import org.gongkai.query.KnownAt;
import org.gongkai.query.Vantage;
import org.gongkai.query.desk.Link;
import org.gongkai.query.report.Reports;
import org.gongkai.query.report.TableDifference;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 两个时点的差异: the record seen from two vantages, by cell and by case.
@Component
class Differences {

	/// The most cases on one page.
	static final int LARGEST = 500;

	private final TableDifference tables;

	private final RegisterDifference register;

	private final AsOf asOf;

	Differences(TableDifference tables, RegisterDifference register, AsOf asOf) {
		this.tables = tables;
		this.register = register;
		this.asOf = asOf;
	}

	/// Where somebody stands, as an answer tells it.
	///
	/// @param asOf everything up to here is known
	/// @param effectiveOn nothing after this day counts; null to count all that is known
	record Standpoint(AsOf.Position asOf, @Nullable LocalDate effectiveOn) {
	}

	/// @param agency code of the office; null for all offices, whose tables are not
	/// compared
	/// @param year of the tables; null to compare the register alone
	/// @param behind only cases behind this one; null for the first
	/// @param size how many cases, 1 to 500
	record Question(@Nullable String agency, @Nullable Integer year, boolean withSubordinates, @Nullable KnownAt from,
			@Nullable LocalDate fromDay, @Nullable KnownAt to, @Nullable LocalDate toDay, @Nullable String behind,
			int size) {

		/// @throws Refused `malformed` for a size out of range
		Question {
			if (size < 1 || size > LARGEST) {
				throw new Refused(Rule.MALFORMED, "size is 1 to " + LARGEST, "size");
			}
		}

	}

	/// @param cells the cells of the year's tables that differ, in the order of the form
	/// @param cases the cases of the register that differ, in the order of their ids
	/// @param next address of the next page; null on the last
	record Difference(@Nullable String agency, @Nullable Integer year, boolean withSubordinates, Standpoint from,
			Standpoint to, List<TableDifference.CellChange> cells, List<RegisterDifference.CaseChange> cases,
			@Nullable String next) {
	}

	/// @throws Refused as the report and the register; `malformed` for a year without an
	/// office
	Difference of(Question question) {
		String agency = question.agency();
		Integer year = question.year();
		Vantage from = this.asOf.vantage(question.from(), question.fromDay());
		Vantage to = this.asOf.vantage(question.to(), question.toDay());
		if (year != null && agency == null) {
			throw new Refused(Rule.MALFORMED, "the tables of a year are those of an office", "agency");
		}
		List<TableDifference.CellChange> cells = (agency == null || year == null) ? List.of()
				: this.tables.of(tables(agency, year, question.withSubordinates(), from),
						tables(agency, year, question.withSubordinates(), to));
		String behind = question.behind();
		RegisterDifference.Changes changes = this.register.of(agency, question.withSubordinates(), from, to,
				(behind == null) ? "" : behind, question.size());
		String next = changes.next();
		return new Difference(agency, year, question.withSubordinates(), standpoint(from), standpoint(to), cells,
				changes.cases(), (next == null) ? null : Link.next("behind", next, "fresh"));
	}

	private static Reports.Question tables(String agency, int year, boolean withSubordinates, Vantage vantage) {
		return new Reports.Question(agency, year, withSubordinates, vantage.position(), vantage.effectiveOn());
	}

	private Standpoint standpoint(Vantage vantage) {
		return new Standpoint(this.asOf.at(vantage.position()), vantage.effectiveOn());
	}

}
