package org.gongkai.query.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.ErasureGround;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.Outcome;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Choices;
import org.gongkai.statute.report.Row;

/// The vocabulary as choices in forms.
final class Vocabulary {

	static final List<Choice> KINDS = choices(ApplicantKind.values(), Terms::of);

	static final List<Choice> CHANNELS = choices(Channel.values(), Terms::of);

	static final List<Choice> OUTCOMES = choices(Outcome.values(), Terms::of);

	static final List<Choice> WAYS = choices(DeliveryWay.values(), Terms::of);

	static final List<Choice> SCHEDULES = choices(FeeSchedule.values(), Terms::of);

	static final List<Choice> OPINIONS = choices(Opinion.values(), Terms::of);

	static final List<Choice> ERASURES = choices(ErasureGround.values(), Terms::of);

	/// The grounds of 不予公开.
	static final List<Choice> GROUNDS = Stream.of(Outcome.values())
		.filter(Outcome::isDenial)
		.map((outcome) -> Choice.of(outcome, Row.of(outcome).label()))
		.toList();

	private Vocabulary() {
	}

	/// The outcomes under the headings of table three.
	static List<Choices> outcomes(Predicate<Outcome> test) {
		List<Choices> groups = new ArrayList<>();
		for (Outcome outcome : Outcome.values()) {
			if (test.test(outcome)) {
				Row row = Row.of(outcome);
				Row.Group group = row.group();
				String heading = (group == null) ? "" : group.label();
				if (groups.isEmpty() || !groups.getLast().heading().equals(heading)) {
					groups.add(new Choices(heading, new ArrayList<>()));
				}
				groups.getLast().all().add(Choice.of(outcome, row.label()));
			}
		}
		return groups;
	}

	private static <E extends Enum<E>> List<Choice> choices(E[] constants, Function<E, String> label) {
		return Stream.of(constants).map((constant) -> Choice.of(constant, label.apply(constant))).toList();
	}

}
