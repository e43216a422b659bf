package org.gongkai.query.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.log.LogReader;
import org.gongkai.query.AsOf;
import org.gongkai.query.Vantage;
import org.gongkai.query.application.PastCases;
import org.gongkai.query.report.CellRecords;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.CasePlacement;
import org.gongkai.statute.audit.Placement;
import org.gongkai.statute.audit.Reason;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableTwoColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 不重不漏的证明: that every cell of a table is the sum of the records behind it, that each of these belongs there, that no other does,
/// and that what is to be counted once is counted once. Two ways that share nothing are set against each other: the lists behind
/// the cells, as the tables are counted, and the records read one by one from the log.
@Component
class CellProofs {

	/// Streams that are read at once.
	private static final int BATCH = 2_000;

	private final Reports reports;

	private final CellRecords records;

	private final PastCases cases;

	private final LogReader log;

	CellProofs(Reports reports, CellRecords records, PastCases cases, LogReader logReader) {
		this.reports = reports;
		this.records = records;
		this.cases = cases;
		this.log = logReader.impersonal();
	}

	/// A cell of a side with the number of its records.
	record Line(String row, String column, int records) {
	}

	/// Cells of which each record that touches them is in exactly one.
	///
	/// @param name `entry` (本年新收 and 上年结转) and `exit` (the outcome rows and 结转下年度) of
	/// table three; `results` of table four; `in_force` (现行有效 and, where the form has it,
	/// 废止) and `tallies` of table two
	/// @param lines those that have records
	/// @param sum of the lines
	/// @param touching how many records belong there by their own course
	/// @param twice records that are in more than one of the cells
	/// @param nowhere records that belong there and are in none
	/// @param elsewhere records whose own course leads to another cell, or to none
	record Side(String name, List<Line> lines, int sum, int touching, List<String> twice, List<String> nowhere,
			List<String> elsewhere) {

		boolean holds() {
			return this.sum == this.touching && this.twice.isEmpty() && this.nowhere.isEmpty()
					&& this.elsewhere.isEmpty();
		}

	}

	/// A cell that is not empty.
	///
	/// @param printed what stands in it
	/// @param records how many are behind it
	/// @param sum what they add up to
	/// @param missing records that belong there with another number, or are not in the
	/// list
	/// @param astray records in the list that do not belong there
	record Sum(String row, String column, BigDecimal printed, int records, BigDecimal sum, List<String> missing,
			List<String> astray) {

		boolean holds() {
			return this.printed.compareTo(this.sum) == 0 && this.missing.isEmpty() && this.astray.isEmpty();
		}

	}

	/// A record behind a cell.
	///
	/// @param id its name in the log
	/// @param number what it adds
	/// @param zh why, in Chinese; empty where its own course does not lead there
	/// @param en the same in English
	record Behind(String id, BigDecimal number, String zh, String en) {
	}

	/// A cell that is asked for.
	///
	/// @param records in the order of the list
	record Asked(String row, String column, BigDecimal number, List<Behind> records) {
	}

	/// @param touching how many records count in the table by their own course
	/// @param holds whether every side and every cell holds
	/// @param cell the cell that is asked for; null where none is
	record Proof(Reports.Named agency, int year, int table, List<String> counted, int touching, List<Side> sides,
			List<Sum> cells, boolean holds, @Nullable Asked cell, AsOf.Position asOf) {
	}

	/// @param table 2, 3 or 4
	/// @param wanted a cell whose records are to be listed; null for none
	/// @throws Refused as the report, `unknown-cell`
	Proof of(Reports.Question question, int table, @Nullable Cell wanted) {
		if (table < 2 || table > 4) {
			throw new Refused(Rule.UNKNOWN_CELL, "records are counted in tables two, three and four");
		}
		Reports.Report report = this.reports.report(question);
		Map<Cell, BigDecimal> printed = CellRecords.printed(report, table);
		if (wanted != null && !printed.containsKey(wanted)) {
			throw new Refused(Rule.UNKNOWN_CELL, "the table of that year has no such cell");
		}
		Own own = new Own(wanted);
		read(report, table, own);
		Map<Cell, Map<String, BigDecimal>> listed = new LinkedHashMap<>();
		List<Sum> sums = new ArrayList<>();
		printed.forEach((cell, number) -> {
			Map<String, BigDecimal> belong = own.cells.getOrDefault(cell, Map.of());
			// the kinds of applicants of an empty cell are seen in its row's total
			boolean empty = number.signum() == 0 && belong.isEmpty() && table == 3
					&& !cell.column().equals(Column.TOTAL.jsonName());
			Map<String, BigDecimal> list = empty ? Map.of() : this.records.streams(report, cell);
			listed.put(cell, list);
			if (number.signum() != 0 || !belong.isEmpty() || !list.isEmpty()) {
				sums.add(new Sum(cell.row(), cell.column(), number, list.size(),
						list.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), without(belong, list),
						without(list, belong)));
			}
		});
		List<Side> sides = new ArrayList<>();
		sides(printed.keySet()).forEach((name, cells) -> sides.add(side(name, cells, listed, own)));
		boolean holds = sides.stream().allMatch(Side::holds) && sums.stream().allMatch(Sum::holds)
				&& (table != 3 || report.table3().isBalanced());
		return new Proof(report.agency(), question.year(), table, report.counted(), own.touching, sides, sums, holds,
				(wanted == null) ? null : asked(wanted, printed, listed.getOrDefault(wanted, Map.of()), own),
				report.asOf());
	}

	/// Where the records count by their own course.
	private static final class Own {

		private final @Nullable Cell wanted;

		/// What belongs into a cell: each record with what it adds.
		private final Map<Cell, Map<String, BigDecimal>> cells = new TreeMap<>();

		/// Why, for the records of the cell that is asked for.
		private final Map<String, List<Reason>> reasons = new TreeMap<>();

		private int touching;

		Own(@Nullable Cell wanted) {
			this.wanted = wanted;
		}

		void add(String id, Placement placement) {
			Map<Cell, BigDecimal> in = placement.withSums();
			if (!in.isEmpty()) {
				this.touching++;
				in.forEach((cell, number) -> this.cells.computeIfAbsent(cell, (_) -> new TreeMap<>()).put(id, number));
				if (this.wanted != null && in.containsKey(this.wanted)) {
					this.reasons.put(id, placement.reasons());
				}
			}
		}

	}

	private void read(Reports.Report report, int table, Own own) {
		Vantage vantage = new Vantage(report.asOf().position(), report.effectiveOn());
		switch (table) {
			case 2 -> read(report, Stream.of("document:", "tally:"), own);
			case 3 -> this.cases.each(
					this.cases.had(report.counted(), new Vantage(vantage.position(), report.period().last())), vantage,
					(id, stream) -> own.add(id, CasePlacement.of(stream, report.period())));
			default -> read(report, Stream.of("review:", "lawsuit:"), own);
		}
	}

	/// Disputes, documents and tallies stay with the agency that they are named after.
	private void read(Reports.Report report, Stream<String> kinds, Own own) {
		long known = report.asOf().position();
		List<String> ids = kinds.flatMap((kind) -> report.counted().stream().map((code) -> kind + code + "/"))
			.flatMap((prefix) -> this.log.begun(prefix, known).stream())
			.toList();
		for (int from = 0; from < ids.size(); from += BATCH) {
			this.log.streams(ids.subList(from, Math.min(from + BATCH, ids.size())), known).forEach((id, stream) -> {
				Placement placement = Placement.of(stream, report.period(), report.disputeCounting());
				if (placement != null) {
					own.add(id, placement);
				}
			});
		}
	}

	/// Which cells of a table share out their records, by the name of the side.
	private static Map<String, List<Cell>> sides(Collection<Cell> cells) {
		return cells.stream()
			.filter((cell) -> side(cell) != null)
			.collect(Collectors.groupingBy((cell) -> String.valueOf(side(cell)), LinkedHashMap::new,
					Collectors.toList()));
	}

	private static @Nullable String side(Cell cell) {
		return switch (cell.table()) {
			case 2 -> switch (TableTwoColumn.ofJson(cell.column())) {
				// made in the year is made besides
				case MADE, NEWLY_MADE, NEWLY_PUBLISHED -> null;
				case REPEALED, IN_FORCE, PUBLISHED_TOTAL -> "in_force";
				case LAST_YEAR_ITEMS, CHANGE, DECISIONS, AMOUNT_WAN_YUAN, ITEMS, AMOUNT -> "tallies";
			};
			case 3 -> {
				Row row = Row.ofJson(cell.row());
				boolean sum = row == Row.TOTAL || row == Row.OTHER_AGGREGATE
						|| !cell.column().equals(Column.TOTAL.jsonName());
				yield sum ? null : (row == Row.NEW || row == Row.CARRIED_IN) ? "entry" : "exit";
			}
			default -> cell.column().equals(DisputeResult.TOTAL.jsonName()) ? null : "results";
		};
	}

	private static Side side(String name, List<Cell> cells, Map<Cell, Map<String, BigDecimal>> listed, Own own) {
		Set<String> belong = new TreeSet<>();
		Set<String> placed = new TreeSet<>();
		Set<String> twice = new TreeSet<>();
		Set<String> elsewhere = new TreeSet<>();
		List<Line> lines = new ArrayList<>();
		for (Cell cell : cells) {
			Map<String, BigDecimal> here = own.cells.getOrDefault(cell, Map.of());
			belong.addAll(here.keySet());
			Set<String> ids = listed.getOrDefault(cell, Map.of()).keySet();
			for (String id : ids) {
				if (!placed.add(id)) {
					twice.add(id);
				}
				if (!here.containsKey(id)) {
					elsewhere.add(id);
				}
			}
			if (!ids.isEmpty()) {
				lines.add(new Line(cell.row(), cell.column(), ids.size()));
			}
		}
		Set<String> nowhere = new TreeSet<>(belong);
		nowhere.removeAll(placed);
		return new Side(name, lines, lines.stream().mapToInt(Line::records).sum(), belong.size(), List.copyOf(twice),
				List.copyOf(nowhere), List.copyOf(elsewhere));
	}

	private static Asked asked(Cell cell, Map<Cell, BigDecimal> printed, Map<String, BigDecimal> listed, Own own) {
		return new Asked(cell.row(), cell.column(), printed.getOrDefault(cell, BigDecimal.ZERO),
				listed.entrySet().stream().map((one) -> {
					// what decides about the year rests on no entry of its own
					List<Reason> why = own.reasons.getOrDefault(one.getKey(), List.of())
						.stream()
						.filter((reason) -> reason.entries().isEmpty())
						.toList();
					return new Behind(one.getKey(), one.getValue(),
							why.stream().map(Reason::zh).collect(Collectors.joining("；")),
							why.stream().map(Reason::en).collect(Collectors.joining("; ")));
				}).toList());
	}

	private static List<String> without(Map<String, BigDecimal> all, Map<String, BigDecimal> these) {
		return all.entrySet().stream().filter((one) -> {
			BigDecimal other = these.get(one.getKey());
			return other == null || other.compareTo(one.getValue()) != 0;
		}).map(Map.Entry::getKey).sorted().toList();
	}

}
