package org.gongkai.statute.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The definitions in force: the form of 2019 (国办公开办函〔2019〕60号) for the reports of 2019 and 2020, that of 2021
/// (国办公开办函〔2021〕30号) since.
public final class Definitions {

	private static final Pattern NUMBERED = Pattern.compile("(（[一二三四五六七]）|[一二三四]、|[1-8]\\.)(.+)");

	private static final List<Definition.Identity> IDENTITIES = List.of(
			new Definition.Identity("balance", List.of(Row.NEW.jsonName(), Row.CARRIED_IN.jsonName()),
					List.of(Row.TOTAL.jsonName(), Row.CARRIED_OUT.jsonName()), Definition.Identity.Against.SAME_YEAR),
			new Definition.Identity("carry_over", List.of(Row.CARRIED_IN.jsonName()),
					List.of(Row.CARRIED_OUT.jsonName()), Definition.Identity.Against.YEAR_BEFORE));

	private static final List<Definition> ALL = Stream.of(TableThreeForm.values()).map(Definitions::of).toList();

	private Definitions() {
	}

	/// All of them, the oldest first.
	public static List<Definition> all() {
		return ALL;
	}

	/// The definition in force for a report year. Years before 2019 had none; they are
	/// counted by the oldest.
	public static Definition inForce(int year) {
		return ALL.get(TableThreeForm.of(year).ordinal());
	}

	/// The definition of a version.
	/// @throws Refused `unknown-definition`
	public static Definition get(String version) {
		return ALL.stream()
			.filter((definition) -> definition.version().equals(version))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_DEFINITION,
					"there is no such definition; there are " + ALL.stream().map(Definition::version).toList()));
	}

	private static Definition of(TableThreeForm form) {
		Definition.Years years = switch (form) {
			case FORM_2019 -> new Definition.Years(2019, 2020);
			case FORM_2021 -> new Definition.Years(2021, null);
		};
		return new Definition(String.valueOf(years.from()), form.definition(), List.of(years),
				form.rows().stream().map(Definitions::of).toList(),
				Stream.of(Column.values()).map(Definitions::of).toList(), IDENTITIES);
	}

	private static DefinedRow of(Row row) {
		Matcher numbered = NUMBERED.matcher(row.label());
		if (!numbered.matches()) {
			throw new IllegalStateException(row.label());
		}
		Row.Group group = row.group();
		return new DefinedRow(row.jsonName(), numbered.group(1), numbered.group(2),
				(group != null) ? group.label() : null, counts(row), outcomes(row));
	}

	private static DefinedRow.Counts counts(Row row) {
		return switch (row) {
			case NEW -> DefinedRow.Counts.NEW;
			case CARRIED_IN -> DefinedRow.Counts.CARRIED_IN;
			case TOTAL -> DefinedRow.Counts.TOTAL;
			case CARRIED_OUT -> DefinedRow.Counts.CARRIED_OUT;
			default -> DefinedRow.Counts.OUTCOMES;
		};
	}

	private static List<Outcome> outcomes(Row row) {
		if (row == Row.OTHER_AGGREGATE) {
			return Arrays.stream(Outcome.values())
				.filter((outcome) -> Row.of(outcome).group() == Row.Group.OTHER)
				.toList();
		}
		@Nullable Outcome outcome = row.outcome();
		return (outcome != null) ? List.of(outcome) : List.of();
	}

	private static DefinedColumn of(Column column) {
		var kind = column.applicantKind();
		return new DefinedColumn(column.jsonName(), column.label(),
				column.isOrganisation() ? Column.ORGANISATIONS : null,
				(kind != null) ? DefinedColumn.Counts.APPLICANT_KINDS : DefinedColumn.Counts.TOTAL,
				(kind != null) ? List.of(kind) : List.of());
	}

}
