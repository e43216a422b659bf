package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// What a sentence tells a number of, and which numbers of the tables it may mean. Practice differs: 受理 may include what was carried
/// in, and disputes may be those that were concluded. A number is wrong only if it is none of them.
enum Told {

	/// 新收.
	NEW("本年新收", Place.Table.THREE, "new", List.of("new")),
	/// 收到, 受理.
	RECEIVED("收到或受理", Place.Table.THREE, "new", List.of("received", "applications_received")),
	/// 收办, 办理: what was carried in and what is new.
	HANDLED("收办", Place.Table.THREE, "new", List.of("handled_total")),
	/// 上年结转.
	CARRIED_IN("上年结转", Place.Table.THREE, "carried_in", List.of("carried_in")),
	/// 办结.
	CONCLUDED("办结", Place.Table.THREE, "total", List.of("processed")),
	/// 结转下年度.
	CARRIED_OUT("结转下年度", Place.Table.THREE, "carried_out", List.of("carried_out")),
	/// 予以公开.
	GRANTED("予以公开", Place.Table.THREE, "granted", List.of("granted")),
	/// 部分公开.
	PARTLY("部分公开", Place.Table.THREE, "partly_granted", List.of("partly")),
	/// 予以公开和部分公开.
	GRANTED_AND_PARTLY("予以公开和部分公开", Place.Table.THREE, "granted", List.of("granted_and_partly")),
	/// 不予公开.
	DENIED("不予公开", Place.Table.THREE, "denied", List.of("denied")),
	/// 无法提供.
	UNAVAILABLE("无法提供", Place.Table.THREE, "unavailable", List.of("unavailable")),
	/// 不予处理.
	NOT_PROCESSED("不予处理", Place.Table.THREE, "not_processed", List.of("not_processed")),
	/// 其他处理.
	OTHER("其他处理", Place.Table.THREE, "other", List.of("other")),
	/// 自然人.
	NATURAL("自然人申请", Place.Table.THREE, "new", List.of("natural")),
	/// 法人或其他组织.
	ORGANISATIONS("法人或其他组织申请", Place.Table.THREE, "new", List.of("organisations")),
	/// 行政复议.
	REVIEW("行政复议", Place.Table.FOUR, "review", List.of("review", "review_cases")),
	/// 行政诉讼.
	LITIGATION("行政诉讼", Place.Table.FOUR, "direct", List.of("litigation", "litigation_cases")),
	/// 行政复议和行政诉讼.
	DISPUTES("行政复议和行政诉讼", Place.Table.FOUR, "review", List.of()),
	/// 制发规范性文件.
	MADE("制发规范性文件", Place.Table.TWO, "normative_documents", List.of()),
	/// 废止规范性文件.
	REPEALED("废止规范性文件", Place.Table.TWO, "normative_documents", List.of()),
	/// 现行有效规范性文件.
	IN_FORCE("现行有效规范性文件", Place.Table.TWO, "normative_documents", List.of());

	private final String label;

	private final Place.Table table;

	private final String row;

	private final List<String> countNames;

	Told(String label, Place.Table table, String row, List<String> countNames) {
		this.label = label;
		this.table = table;
		this.row = row;
		this.countNames = countNames;
	}

	String label() {
		return this.label;
	}

	Place.Table table() {
		return this.table;
	}

	String row() {
		return this.row;
	}

	String column() {
		return switch (this) {
			case NATURAL -> "natural_person";
			case ORGANISATIONS -> "";
			case MADE -> "made";
			case REPEALED -> "repealed";
			case IN_FORCE -> "inForce";
			default -> "total";
		};
	}

	boolean isCalled(String countName) {
		return this.countNames.contains(countName);
	}

	/// The numbers that it may mean, the most literal first; empty where the table does
	/// not tell.
	Set<BigDecimal> meant(PrintedReport report) {
		Set<BigDecimal> arrived = rows(report, Row.NEW);
		Set<BigDecimal> carriedIn = rows(report, Row.CARRIED_IN);
		return switch (this) {
			case NEW -> arrived;
			case RECEIVED -> either(arrived, plus(arrived, carriedIn));
			case HANDLED -> either(plus(arrived, carriedIn), arrived, rows(report, Row.TOTAL));
			case CARRIED_IN -> carriedIn;
			case CONCLUDED -> either(rows(report, Row.TOTAL), minus(rows(report, Row.TOTAL), carriedIn), arrived,
					plus(arrived, carriedIn));
			case CARRIED_OUT -> rows(report, Row.CARRIED_OUT);
			case GRANTED -> rows(report, Row.GRANTED);
			case PARTLY -> rows(report, Row.PARTLY_GRANTED);
			case GRANTED_AND_PARTLY -> rows(report, Row.GRANTED, Row.PARTLY_GRANTED);
			case DENIED -> group(report, Row.Group.DENIED);
			case UNAVAILABLE -> group(report, Row.Group.UNAVAILABLE);
			case NOT_PROCESSED -> group(report, Row.Group.NOT_PROCESSED);
			case OTHER -> (report.cell(Place.of(Row.OTHER_AGGREGATE, Column.TOTAL)) != null)
					? rows(report, Row.OTHER_AGGREGATE) : group(report, Row.Group.OTHER);
			case NATURAL -> applicants(report, Stream.of(Column.NATURAL_PERSON));
			case ORGANISATIONS -> applicants(report, Stream.of(Column.values()).filter(Column::isOrganisation));
			case REVIEW -> disputes(report, List.of("review"));
			case LITIGATION -> either(disputes(report, List.of("direct", "after_review")),
					disputes(report, List.of("direct")), disputes(report, List.of("after_review")));
			case DISPUTES -> disputes(report, Place.DISPUTE_ROWS);
			case MADE, REPEALED, IN_FORCE -> cell(report, new Place(Place.Table.TWO, row(), column()));
		};
	}

	private static Set<BigDecimal> group(PrintedReport report, Row.Group group) {
		return rows(report, Stream.of(Row.values()).filter((row) -> row.group() == group).toArray(Row[]::new));
	}

	// the totals of rows, as printed and as they sum
	private static Set<BigDecimal> rows(PrintedReport report, Row... rows) {
		Set<BigDecimal> sum = Set.of(BigDecimal.ZERO);
		for (Row row : rows) {
			Set<BigDecimal> total = new LinkedHashSet<>(cell(report, Place.of(row, Column.TOTAL)));
			total.addAll(sum(report,
					Stream.of(Column.values())
						.filter((column) -> column != Column.TOTAL)
						.map((column) -> Place.of(row, column))
						.toList()));
			sum = plus(sum, total);
		}
		return sum;
	}

	private static Set<BigDecimal> applicants(PrintedReport report, Stream<Column> columns) {
		List<Column> those = columns.toList();
		Set<BigDecimal> arrived = sum(report, those.stream().map((column) -> Place.of(Row.NEW, column)).toList());
		Set<BigDecimal> carriedIn = sum(report,
				those.stream().map((column) -> Place.of(Row.CARRIED_IN, column)).toList());
		return either(arrived, plus(arrived, carriedIn));
	}

	// all, or those that were concluded
	private static Set<BigDecimal> disputes(PrintedReport report, List<String> rows) {
		Set<BigDecimal> all = Set.of(BigDecimal.ZERO);
		Set<BigDecimal> pending = Set.of(BigDecimal.ZERO);
		for (String row : rows) {
			Set<BigDecimal> total = new LinkedHashSet<>(cell(report, Place.dispute(row, "total")));
			total.addAll(sum(report,
					Place.DISPUTE_COLUMNS.subList(0, 4).stream().map((column) -> Place.dispute(row, column)).toList()));
			all = plus(all, total);
			pending = plus(pending, cell(report, Place.dispute(row, "pending")));
		}
		return either(all, minus(all, pending));
	}

	private static Set<BigDecimal> cell(PrintedReport report, Place place) {
		BigDecimal number = report.number(place);
		return (number != null) ? Set.of(number.stripTrailingZeros()) : Set.of();
	}

	// a blank counts as 0 beside numbers, and as unknown where there is none
	private static Set<BigDecimal> sum(PrintedReport report, List<Place> places) {
		List<BigDecimal> numbers = new ArrayList<>();
		for (Place place : places) {
			BigDecimal number = report.number(place);
			if (number != null) {
				numbers.add(number);
			}
		}
		return numbers.isEmpty() ? Set.of()
				: Set.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros());
	}

	private static Set<BigDecimal> plus(Set<BigDecimal> some, Set<BigDecimal> others) {
		Set<BigDecimal> sums = new LinkedHashSet<>();
		some.forEach((one) -> others.forEach((other) -> sums.add(one.add(other).stripTrailingZeros())));
		return sums;
	}

	private static Set<BigDecimal> minus(Set<BigDecimal> some, Set<BigDecimal> others) {
		Set<BigDecimal> differences = new LinkedHashSet<>();
		some.forEach((one) -> others.forEach((other) -> differences.add(one.subtract(other).stripTrailingZeros())));
		return differences;
	}

	@SafeVarargs
	private static Set<BigDecimal> either(Set<BigDecimal>... some) {
		Set<BigDecimal> all = new LinkedHashSet<>();
		// without the literal reading nothing can be said
		if (!some[0].isEmpty()) {
			for (Set<BigDecimal> each : some) {
				all.addAll(each);
			}
		}
		return all;
	}

}
