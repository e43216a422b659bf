package org.gongkai.statute.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// What makes a definition well formed: it counts everything once, prints nothing twice, and knows its years.
final class DefinitionRules {

	private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");

	private static final Pattern VERSION = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

	private DefinitionRules() {
	}

	static String version(@Nullable String version) {
		if (version == null || !VERSION.matcher(version).matches()) {
			throw new Refused(Rule.MALFORMED, "a version is 1 to 64 letters, digits, dots or dashes");
		}
		return version;
	}

	static String key(String what, @Nullable String key) {
		if (key == null || !KEY.matcher(key).matches()) {
			throw new Refused(Rule.MALFORMED,
					"the name of a " + what + " is 1 to 64 small letters, digits or underscores");
		}
		return key;
	}

	static String label(String what, @Nullable String label) {
		if (label == null || label.isBlank()) {
			throw new Refused(Rule.MALFORMED, "the " + what + " has no label");
		}
		return label;
	}

	static <T> T given(String where, String field, @Nullable T value) {
		if (value == null) {
			throw new Refused(Rule.MALFORMED, where + " has no " + field);
		}
		return value;
	}

	/// A list that is left out is empty.
	static <T> List<T> members(String where, String field, @Nullable List<T> values) {
		if (values == null) {
			return List.of();
		}
		if (values.stream().anyMatch(Objects::isNull)) {
			throw new Refused(Rule.MALFORMED, where + " has nothing where one of its " + field + " should be");
		}
		return List.copyOf(values);
	}

	static void rows(List<DefinedRow> rows) {
		requireOnce(Rule.DEFINITION_ROW, "the row ", rows.stream().map(DefinedRow::key));
		requireOnce(Rule.DEFINITION_ROW, "the row ",
				rows.stream().map((row) -> Objects.requireNonNullElse(row.heading(), "") + row.number() + row.label()));
		for (DefinedRow.Counts counts : DefinedRow.Counts.values()) {
			if (counts != DefinedRow.Counts.OUTCOMES) {
				requireOneRow(counts, rows);
			}
		}
		for (DefinedRow row : rows) {
			if (row.counts() != DefinedRow.Counts.OUTCOMES && !row.outcomes().isEmpty()) {
				throw new Refused(Rule.MALFORMED,
						"the row " + row.key() + " counts " + name(row.counts()) + " and therefore no outcomes");
			}
		}
		requireOnePlace(Rule.DEFINITION_OUTCOME, "outcome", "row", Outcome.values(), rows, DefinedRow::outcomes,
				DefinedRow::key);
	}

	static void columns(List<DefinedColumn> columns) {
		requireOnce(Rule.DEFINITION_COLUMN, "the column ", columns.stream().map(DefinedColumn::key));
		requireOnce(Rule.DEFINITION_COLUMN, "the column ",
				columns.stream().map((column) -> Objects.requireNonNullElse(column.heading(), "") + column.label()));
		List<DefinedColumn> totals = columns.stream()
			.filter((column) -> column.counts() == DefinedColumn.Counts.TOTAL)
			.toList();
		if (totals.size() != 1) {
			throw new Refused(Rule.DEFINITION_COUNT, "one column counts the total of all applicants, not "
					+ totals.stream().map(DefinedColumn::key).toList());
		}
		if (!totals.getFirst().applicantKinds().isEmpty()) {
			throw new Refused(Rule.MALFORMED, "the column " + totals.getFirst().key()
					+ " counts the total and therefore no kinds of applicants of its own");
		}
		requireOnePlace(Rule.DEFINITION_APPLICANT_KIND, "kind of applicant", "column", ApplicantKind.values(), columns,
				DefinedColumn::applicantKinds, DefinedColumn::key);
	}

	static void years(List<Definition.Years> years) {
		if (years.isEmpty()) {
			throw new Refused(Rule.DEFINITION_YEARS, "a definition is for some years of report");
		}
		List<Definition.Years> inOrder = new ArrayList<>(years);
		inOrder.sort(Comparator.comparingInt(Definition.Years::from));
		for (int i = 1; i < inOrder.size(); i++) {
			if (inOrder.get(i - 1).contains(inOrder.get(i).from())) {
				throw new Refused(Rule.DEFINITION_YEARS,
						"the year " + inOrder.get(i).from() + " is in two of the spans");
			}
		}
	}

	static void identities(List<Definition.Identity> identities, List<DefinedRow> rows) {
		requireOnce(Rule.DEFINITION_IDENTITY, "the identity ", identities.stream().map(Definition.Identity::name));
		Set<String> keys = rows.stream().map(DefinedRow::key).collect(Collectors.toSet());
		for (Definition.Identity identity : identities) {
			if (identity.left().isEmpty() || identity.right().isEmpty()) {
				throw new Refused(Rule.DEFINITION_IDENTITY,
						"the identity " + identity.name() + " has rows on both of its sides");
			}
			Stream.concat(identity.left().stream(), identity.right().stream())
				.filter((key) -> !keys.contains(key))
				.findFirst()
				.ifPresent((key) -> {
					throw new Refused(Rule.DEFINITION_IDENTITY, "the identity " + identity.name()
							+ " names a row that the definition does not have: " + key);
				});
		}
	}

	private static void requireOneRow(DefinedRow.Counts counts, List<DefinedRow> rows) {
		List<String> found = rows.stream().filter((row) -> row.counts() == counts).map(DefinedRow::key).toList();
		if (found.size() != 1) {
			throw new Refused(Rule.DEFINITION_COUNT, "one row counts " + name(counts) + ", not " + found);
		}
	}

	private static void requireOnce(Rule rule, String what, Stream<String> names) {
		Set<String> seen = new HashSet<>();
		names.filter((name) -> !seen.add(name)).findFirst().ifPresent((name) -> {
			throw new Refused(rule, what + name + " stands there twice");
		});
	}

	private static <E extends Enum<E>, P> void requireOnePlace(Rule rule, String what, String where, E[] all,
			List<P> places, Function<P, List<E>> members, Function<P, String> key) {
		for (E one : all) {
			List<String> in = places.stream()
				.flatMap((place) -> members.apply(place).stream().filter(one::equals).map((_) -> key.apply(place)))
				.toList();
			if (in.size() != 1) {
				throw new Refused(rule, "the " + what + " " + name(one)
						+ (in.isEmpty() ? " falls in no " + where : " falls in more than one " + where + ": " + in));
			}
		}
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
