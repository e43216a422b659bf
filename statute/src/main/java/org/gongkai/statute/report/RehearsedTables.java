package org.gongkai.statute.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.jspecify.annotations.Nullable;

/// The tables three of all offices and years, and both forms to read them by.
final class RehearsedTables {

	private static final Comparator<Rehearsal.MovedCase> BY_AGENCY_YEAR_AND_ID = Comparator
		.comparing(Rehearsal.MovedCase::agency)
		.thenComparingInt(Rehearsal.MovedCase::year)
		.thenComparing(Rehearsal.MovedCase::id);

	private final CountedForm rehearsed;

	private final IntPredicate years;

	private final Map<String, Definition.Years> reported;

	private final Map<String, CountedForm> inForce = new HashMap<>();

	private final Map<Place, Map<Row, Map<ApplicantKind, Integer>>> counts = new TreeMap<>();

	private final List<Rehearsal.MovedCase> moved = new ArrayList<>();

	RehearsedTables(Definition rehearsed, IntPredicate years, List<Rehearsal.Case> cases,
			Map<String, Definition.Years> reported) {
		this.rehearsed = new CountedForm(rehearsed);
		this.years = years;
		this.reported = reported;
		Definitions.all().forEach((form) -> this.inForce.put(form.version(), new CountedForm(form)));
		cases.forEach(this::count);
		// an entry stands before the end of the same case, as counted
		this.moved.sort(BY_AGENCY_YEAR_AND_ID);
	}

	/// A table's office and year.
	private record Place(String agency, int year) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparing(Place::agency)
			.thenComparingInt(Place::year);

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

	private void count(Rehearsal.Case one) {
		CountedCase facts = one.facts();
		Definition.Years span = this.reported.get(facts.agency());
		if (facts.isVoid() || span == null) {
			return;
		}
		LocalDate concluded = facts.concludedOn();
		int received = facts.receivedOn().getYear();
		int last = Objects.requireNonNull(span.to(), "what is reported has an end");
		int end = (concluded != null) ? Math.min(concluded.getYear(), last) : last;
		for (int year = Math.max(received, span.from()); year <= end; year++) {
			boolean isConcluded = concluded != null && concluded.getYear() == year;
			Row entry = (year == received) ? Row.NEW : Row.CARRIED_IN;
			Row exit = isConcluded ? Row.of(Objects.requireNonNull(facts.outcome())) : Row.CARRIED_OUT;
			Map<Row, Map<ApplicantKind, Integer>> table = this.counts.computeIfAbsent(new Place(facts.agency(), year),
					(_) -> new EnumMap<>(Row.class));
			for (Row row : List.of(entry, exit)) {
				table.computeIfAbsent(row, (_) -> new EnumMap<>(ApplicantKind.class))
					.merge(facts.applicantKind(), 1, Integer::sum);
				if (this.years.test(year)) {
					move(one, year, row);
				}
			}
		}
	}

	private void move(Rehearsal.Case one, int year, Row row) {
		CountedForm before = inForce(year);
		ApplicantKind kind = one.facts().applicantKind();
		Rehearsal.Place from = new Rehearsal.Place(before.rowOf(row), before.columnOf(kind));
		Rehearsal.Place to = new Rehearsal.Place(this.rehearsed.rowOf(row), this.rehearsed.columnOf(kind));
		if (!from.equals(to)) {
			this.moved.add(new Rehearsal.MovedCase(one.id(), one.facts().agency(), year, from, to));
		}
	}

	Rehearsal compare() {
		Map<Place, TableThree> tables = new TreeMap<>();
		this.counts.forEach((place, cells) -> tables.put(place, TableThree.of(cells)));
		List<Rehearsal.MovedCell> cells = new ArrayList<>();
		Set<Integer> compared = new TreeSet<>();
		tables.forEach((place, table) -> {
			if (this.years.test(place.year())) {
				compared.add(place.year());
				cells.addAll(movedCells(place, table));
			}
		});
		List<CountedForm> forms = compared.stream().map(this::inForce).distinct().toList();
		return new Rehearsal(
				compared.stream()
					.map((year) -> new Rehearsal.Compared(year, inForce(year).definition().version()))
					.toList(),
				heads(forms, (form) -> form.definition().rows(), DefinedRow::key, DefinedRow::label),
				heads(forms, (form) -> form.definition().columns(), DefinedColumn::key, DefinedColumn::label), cells,
				List.copyOf(this.moved),
				this.rehearsed.definition()
					.identities()
					.stream()
					.map((identity) -> checked(identity, tables))
					.toList());
	}

	private List<Rehearsal.MovedCell> movedCells(Place place, TableThree table) {
		CountedForm before = inForce(place.year());
		List<Rehearsal.MovedCell> cells = new ArrayList<>();
		for (String row : union(before, (form) -> form.definition().rows(), DefinedRow::key)) {
			for (String column : union(before, (form) -> form.definition().columns(), DefinedColumn::key)) {
				Integer from = before.cell(table, before.row(row), before.column(column));
				Integer to = this.rehearsed.cell(table, this.rehearsed.row(row), this.rehearsed.column(column));
				if (Objects.requireNonNullElse(from, 0).intValue() != Objects.requireNonNullElse(to, 0)) {
					cells.add(new Rehearsal.MovedCell(place.agency(), place.year(), row, column, from, to,
							onlyIn(from, to)));
				}
			}
		}
		return cells;
	}

	private <P> List<Rehearsal.Head> heads(List<CountedForm> forms, Function<CountedForm, List<P>> parts,
			Function<P, String> key, Function<P, String> label) {
		List<Rehearsal.Head> heads = new ArrayList<>();
		for (CountedForm form : forms) {
			String version = form.definition().version();
			Set<String> before = Set.copyOf(parts.apply(form).stream().map(key).toList());
			Set<String> after = Set.copyOf(parts.apply(this.rehearsed).stream().map(key).toList());
			parts.apply(form)
				.stream()
				.filter((part) -> !after.contains(key.apply(part)))
				.forEach((part) -> heads
					.add(new Rehearsal.Head(version, key.apply(part), label.apply(part), Rehearsal.OnlyIn.IN_FORCE)));
			parts.apply(this.rehearsed)
				.stream()
				.filter((part) -> !before.contains(key.apply(part)))
				.forEach((part) -> heads
					.add(new Rehearsal.Head(version, key.apply(part), label.apply(part), Rehearsal.OnlyIn.REHEARSED)));
		}
		return heads;
	}

	/// The keys of both forms: those in force, then those that are new.
	private <P> Set<String> union(CountedForm before, Function<CountedForm, List<P>> parts, Function<P, String> key) {
		Set<String> keys = new LinkedHashSet<>();
		Stream.of(before, this.rehearsed).forEach((form) -> parts.apply(form).stream().map(key).forEach(keys::add));
		return keys;
	}

	private Rehearsal.Checked checked(Definition.Identity identity, Map<Place, TableThree> tables) {
		List<Rehearsal.Broken> broken = new ArrayList<>();
		tables.forEach((place, table) -> {
			if (this.years.test(place.year()) && isComparable(identity, place)) {
				broken.addAll(broken(identity, place, table, tables));
			}
		});
		return new Rehearsal.Checked(identity.name(), broken.isEmpty(), broken);
	}

	/// An office's first report has none before it.
	private boolean isComparable(Definition.Identity identity, Place place) {
		return identity.against() == Definition.Identity.Against.SAME_YEAR
				|| Objects.requireNonNull(this.reported.get(place.agency())).contains(place.year() - 1);
	}

	private List<Rehearsal.Broken> broken(Definition.Identity identity, Place place, TableThree table,
			Map<Place, TableThree> tables) {
		List<Rehearsal.Broken> broken = new ArrayList<>();
		for (DefinedColumn column : this.rehearsed.definition().columns()) {
			int left = Objects.requireNonNull(sum(this.rehearsed, table, identity.left(), column.key()));
			Integer right = switch (identity.against()) {
				case SAME_YEAR -> sum(this.rehearsed, table, identity.right(), column.key());
				case YEAR_BEFORE -> {
					int before = place.year() - 1;
					CountedForm form = this.years.test(before) ? this.rehearsed : inForce(before);
					yield sum(form, tables.getOrDefault(new Place(place.agency(), before), TableThree.EMPTY),
							identity.right(), column.key());
				}
			};
			if (left != Objects.requireNonNullElse(right, 0)) {
				broken.add(new Rehearsal.Broken(place.agency(), place.year(), column.key(), left, right));
			}
		}
		return broken;
	}

	/// The sum of some rows in a column; null where the form has not all of them.
	private static @Nullable Integer sum(CountedForm form, TableThree table, List<String> rows, String column) {
		int sum = 0;
		for (String row : rows) {
			Integer cell = form.cell(table, form.row(row), form.column(column));
			if (cell == null) {
				return null;
			}
			sum += cell;
		}
		return sum;
	}

	private CountedForm inForce(int year) {
		return Objects.requireNonNull(this.inForce.get(Definitions.inForce(year).version()));
	}

	private static Rehearsal.@Nullable OnlyIn onlyIn(@Nullable Integer from, @Nullable Integer to) {
		return (from == null) ? Rehearsal.OnlyIn.REHEARSED : (to == null) ? Rehearsal.OnlyIn.IN_FORCE : null;
	}

}
