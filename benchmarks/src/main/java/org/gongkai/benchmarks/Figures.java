package org.gongkai.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, as one table: the value, the floor that was measured in the same run, how many times the floor the
/// value is, and the limit that it must keep.
final class Figures {

	private static final String LINE = "%-46s %14s %14s %8s %10s  %s%n";

	private final List<Figure> figures = new ArrayList<>();

	private record Figure(String name, String value, String floor, String ratio, String limit, boolean kept) {
	}

	/// A time that has a floor and a limit.
	void time(String name, Duration value, Duration floor, Duration limit) {
		add(name, text(value), text(floor), ratio(value, floor), "< " + text(limit), value.compareTo(limit) < 0);
	}

	/// A time that has a floor.
	void time(String name, Duration value, Duration floor) {
		add(name, text(value), text(floor), ratio(value, floor), "", true);
	}

	/// A time that explains another.
	void time(String name, Duration value) {
		add(name, text(value), "", "", "", true);
	}

	/// A time that has a limit.
	void timeWithin(String name, Duration value, Duration limit) {
		add(name, text(value), "", "", "< " + text(limit), value.compareTo(limit) < 0);
	}

	/// An amount of memory in bytes.
	/// @param limit 0 for none
	void memory(String name, long value, long limit) {
		add(name, mebibytes(value), "", "", (limit == 0) ? "" : "< " + mebibytes(limit), limit == 0 || value < limit);
	}

	/// How many a second, beside how many without the thing that is measured.
	void rate(String name, double value, double floor) {
		add(name, "%,.0f/s".formatted(value), "%,.0f/s".formatted(floor), "%.2f".formatted(value / floor), "", true);
	}

	/// How many a second, beside how many without the thing that is measured, of which at
	/// least a share must be left.
	void rate(String name, double value, double floor, double least) {
		add(name, "%,.0f/s".formatted(value), "%,.0f/s".formatted(floor), "%.2f".formatted(value / floor),
				"> %.2f".formatted(least), value / floor > least);
	}

	/// Whether every limit is kept.
	boolean kept() {
		return this.figures.stream().allMatch(Figure::kept);
	}

	void print(PrintStream out) {
		out.printf(Locale.ROOT, LINE, "figure", "value", "floor", "ratio", "limit", "ok");
		for (Figure figure : this.figures) {
			out.printf(Locale.ROOT, LINE, figure.name(), figure.value(), figure.floor(), figure.ratio(), figure.limit(),
					figure.limit().isEmpty() ? "" : (figure.kept() ? "yes" : "NO"));
		}
	}

	private void add(String name, String value, String floor, String ratio, String limit, boolean kept) {
		this.figures.add(new Figure(name, value, floor, ratio, limit, kept));
	}

	private static String ratio(Duration value, Duration floor) {
		return "%.1f".formatted((double) value.toNanos() / floor.toNanos());
	}

	private static String text(Duration time) {
		double seconds = time.toNanos() / 1e9;
		return (seconds < 1) ? "%.1f ms".formatted(1000 * seconds) : "%.2f s".formatted(seconds);
	}

	private static String mebibytes(long bytes) {
		return (bytes >> 20) + " MiB";
	}

}
