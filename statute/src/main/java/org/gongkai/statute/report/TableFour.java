package org.gongkai.statute.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// 表四, 政府信息公开行政复议、行政诉讼情况: how disputes about disclosure ended in a year. Immutable. Twelve cells are counted;
/// the three totals are always computed. Counts are whole and never negative.
public final class TableFour {

	/// The heading of the section.
	public static final String CAPTION = "四、政府信息公开行政复议、行政诉讼情况";

	/// The table of an office that had no disputes.
	public static final TableFour EMPTY = new TableFour(
			new int[DisputeBlock.values().length][DisputeResult.TOTAL.ordinal()]);

	private final int[][] counted;

	private TableFour(int[][] counted) {
		this.counted = counted;
	}

	/// A table from the fifteen cells of a published report, of which the totals are not
	/// read and a blank is 0.
	public static TableFour parse(List<? extends @Nullable Integer> published) {
		int width = DisputeResult.values().length;
		if (published.size() != DisputeBlock.values().length * width) {
			throw new IllegalArgumentException("table four has fifteen cells, not " + published.size());
		}
		TableFour table = EMPTY;
		for (int cell = 0; cell < published.size(); cell++) {
			DisputeResult result = DisputeResult.values()[cell % width];
			Integer count = published.get(cell);
			if (count != null && result != DisputeResult.TOTAL) {
				table = table.add(DisputeBlock.values()[cell / width], result, count);
			}
		}
		return table;
	}

	/// The table with more disputes in one counted cell.
	public TableFour add(DisputeBlock block, DisputeResult result, int disputes) {
		if (result == DisputeResult.TOTAL) {
			throw new IllegalArgumentException("the total is computed");
		}
		int[][] sum = Stream.of(this.counted).map(int[]::clone).toArray(int[][]::new);
		int count = Math.addExact(sum[block.ordinal()][result.ordinal()], disputes);
		if (count < 0) {
			throw new IllegalArgumentException("a count is never negative: " + count);
		}
		sum[block.ordinal()][result.ordinal()] = count;
		return new TableFour(sum);
	}

	/// The sum of two tables, cell by cell.
	public TableFour plus(TableFour other) {
		TableFour sum = this;
		for (DisputeBlock block : DisputeBlock.values()) {
			for (int result = 0; result < DisputeResult.TOTAL.ordinal(); result++) {
				sum = sum.add(block, DisputeResult.values()[result], other.counted[block.ordinal()][result]);
			}
		}
		return sum;
	}

	/// The number in a cell.
	public int get(DisputeBlock block, DisputeResult result) {
		int[] cells = this.counted[block.ordinal()];
		return (result == DisputeResult.TOTAL) ? Arrays.stream(cells).sum() : cells[result.ordinal()];
	}

	/// The fifteen numbers in the order of the form.
	public List<Integer> cells() {
		return Stream.of(DisputeBlock.values())
			.flatMap((block) -> Stream.of(DisputeResult.values()).map((result) -> get(block, result)))
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TableFour table && Arrays.deepEquals(this.counted, table.counted);
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(this.counted);
	}

	@Override
	public String toString() {
		return cells().toString();
	}

}
