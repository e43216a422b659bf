package org.gongkai.statute.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.jspecify.annotations.Nullable;

/// 表三, 收到和处理政府信息公开申请情况: how many applications an office received, concluded and carries over in a year.
/// Immutable. What is counted are the rows of the six kinds of applicants; the total column, the total row and the
/// single row 其他处理 are always computed. Counts are whole and never negative.
public final class TableThree {

	/// The table of an office that had no applications.
	public static final TableThree EMPTY = new TableThree(new int[Row.values().length][ApplicantKind.values().length]);

	private static final int KINDS = ApplicantKind.values().length;

	/// By row and kind. The row [Row#OTHER_AGGREGATE] holds only what a published form
	/// left unsplit.
	private final int[][] counted;

	private TableThree(int[][] counted) {
		this.counted = counted;
	}

	/// A table from its counted rows; rows that are computed are ignored.
	public static TableThree of(Map<Row, Map<ApplicantKind, Integer>> cells) {
		int[][] counted = EMPTY.copy();
		cells.forEach((row, byKind) -> {
			if (isCounted(row)) {
				byKind.forEach((kind, count) -> counted[row.ordinal()][kind.ordinal()] = natural(count));
			}
		});
		return new TableThree(counted);
	}

	/// A table from the shape of a published report: row name to seven numbers, of which
	/// the
	/// six kinds are read and a blank is 0. Where the rows of 其他处理 are missing, the
	/// single row stands for them.
	public static TableThree parse(Map<String, ? extends @Nullable List<? extends @Nullable Integer>> published) {
		int[][] counted = EMPTY.copy();
		Map<Row, int[]> read = new EnumMap<>(Row.class);
		published.forEach((name, numbers) -> {
			if (numbers != null) {
				read.put(Row.ofJson(name), kinds(numbers));
			}
		});
		boolean split = Stream.of(Row.OTHER_1, Row.OTHER_2, Row.OTHER_3).anyMatch(read::containsKey);
		read.forEach((row, kinds) -> {
			if (isCounted(row) || row == Row.OTHER_AGGREGATE && !split) {
				counted[row.ordinal()] = kinds;
			}
		});
		return new TableThree(counted);
	}

	/// The table with more applications in one counted cell.
	public TableThree add(Row row, ApplicantKind kind, int applications) {
		if (!isCounted(row)) {
			throw new IllegalArgumentException("the row " + row.jsonName() + " is computed");
		}
		int[][] sum = copy();
		sum[row.ordinal()][kind.ordinal()] = natural(sum[row.ordinal()][kind.ordinal()] + applications);
		return new TableThree(sum);
	}

	/// The sum of two tables, cell by cell.
	public TableThree plus(TableThree other) {
		int[][] sum = copy();
		for (int row = 0; row < sum.length; row++) {
			for (int kind = 0; kind < KINDS; kind++) {
				sum[row][kind] = Math.addExact(sum[row][kind], other.counted[row][kind]);
			}
		}
		return new TableThree(sum);
	}

	/// The number in a cell.
	public int get(Row row, Column column) {
		ApplicantKind kind = column.applicantKind();
		return (kind != null) ? get(row, kind)
				: Stream.of(ApplicantKind.values()).mapToInt((each) -> get(row, each)).sum();
	}

	/// The seven numbers of a row, in the order of the form.
	public List<Integer> row(Row row) {
		return Stream.of(Column.values()).map((column) -> get(row, column)).toList();
	}

	/// The table as the machine-readable report has it: row name to seven numbers.
	public Map<String, List<Integer>> asMap(TableThreeForm form) {
		Map<String, List<Integer>> map = new LinkedHashMap<>();
		form.mapRows().forEach((row) -> map.put(row.jsonName(), row(row)));
		return map;
	}

	/// By how much new and carried in exceed total and carried out in a column; 0 where
	/// the
	/// identity of the form holds.
	public int imbalance(Column column) {
		return get(Row.NEW, column) + get(Row.CARRIED_IN, column) - get(Row.TOTAL, column)
				- get(Row.CARRIED_OUT, column);
	}

	/// The columns in which the identity of the form does not hold.
	public List<Column> unbalanced() {
		return Stream.of(Column.values()).filter((column) -> imbalance(column) != 0).toList();
	}

	/// Whether new and carried in equal total and carried out in every column.
	public boolean isBalanced() {
		return unbalanced().isEmpty();
	}

	/// The columns in which this year's carried in is not last year's carried out.
	public List<Column> brokenCarryOver(TableThree lastYear) {
		return Stream.of(Column.values())
			.filter((column) -> get(Row.CARRIED_IN, column) != lastYear.get(Row.CARRIED_OUT, column))
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TableThree table && Arrays.deepEquals(this.counted, table.counted);
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(this.counted);
	}

	@Override
	public String toString() {
		return asMap(TableThreeForm.FORM_2021).toString();
	}

	private int get(Row row, ApplicantKind kind) {
		return switch (row) {
			case TOTAL -> sum(Row.outcomes().stream(), kind) + unsplit(kind);
			case OTHER_AGGREGATE -> sum(Stream.of(Row.OTHER_1, Row.OTHER_2, Row.OTHER_3), kind) + unsplit(kind);
			default -> this.counted[row.ordinal()][kind.ordinal()];
		};
	}

	private int sum(Stream<Row> rows, ApplicantKind kind) {
		return rows.mapToInt((row) -> this.counted[row.ordinal()][kind.ordinal()]).sum();
	}

	private int unsplit(ApplicantKind kind) {
		return this.counted[Row.OTHER_AGGREGATE.ordinal()][kind.ordinal()];
	}

	private int[][] copy() {
		return Stream.of(this.counted).map(int[]::clone).toArray(int[][]::new);
	}

	private static boolean isCounted(Row row) {
		return row != Row.TOTAL && row != Row.OTHER_AGGREGATE;
	}

	private static int[] kinds(List<? extends @Nullable Integer> numbers) {
		if (numbers.size() != Column.values().length) {
			throw new IllegalArgumentException("a row has seven numbers, not " + numbers.size());
		}
		return IntStream.range(0, KINDS).map((kind) -> {
			Integer number = numbers.get(kind);
			return (number != null) ? natural(number) : 0;
		}).toArray();
	}

	private static int natural(int count) {
		if (count < 0) {
			throw new IllegalArgumentException("a count is never negative: " + count);
		}
		return count;
	}

}
