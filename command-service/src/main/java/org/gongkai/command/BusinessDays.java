package org.gongkai.command;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The days in a command on which something is said to have happened. None of them may lie ahead.
final class BusinessDays {

	/// Ends of terms, which do lie ahead.
	private static final Set<String> TERMS = Set.of("dueOn", "replyBy");

	private static final ClassValue<List<Method>> OF = new ClassValue<>() {
		@Override
		protected List<Method> computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents())
				.filter((component) -> component.getType() == LocalDate.class)
				.filter((component) -> !TERMS.contains(component.getName()))
				.map(RecordComponent::getAccessor)
				.toList();
		}
	};

	private BusinessDays() {
	}

	/// @throws Refused `future-day`
	static void notAfter(LocalDate today, Command command) {
		for (Method day : OF.get(command.getClass())) {
			try {
				if (day.invoke(command) instanceof LocalDate on && on.isAfter(today)) {
					throw new Refused(Rule.FUTURE_DAY, day.getName() + " " + on + " is after today, " + today,
							day.getName());
				}
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
