package org.gongkai.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.gongkai.command.agency.AgencyCommand;
import org.gongkai.command.application.ApplicationCommand;
import org.gongkai.command.audit.FindingCommand;
import org.gongkai.command.calendar.CalendarCommand;
import org.gongkai.command.disclosure.DocumentCommand;
import org.gongkai.command.disclosure.InformationCommand;
import org.gongkai.command.disclosure.TallyCommand;
import org.gongkai.command.report.ReportCommand;
import org.gongkai.command.review.DisputeCommand;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Every command there is, under the name that it is called by: `receive-application`.
public final class CommandCatalog {

	private static final Map<String, Class<? extends Command>> BY_NAME = byName();

	private CommandCatalog() {
	}

	/// All commands in the order of their names.
	public static List<Class<? extends Command>> types() {
		return List.copyOf(BY_NAME.values());
	}

	/// The name of a command: its class name in kebab-case.
	public static String nameOf(Class<? extends Command> type) {
		return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	/// @throws Refused `unknown-command`
	public static Class<? extends Command> typeOf(String name) {
		Class<? extends Command> type = BY_NAME.get(name);
		if (type == null) {
			throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such command");
		}
		return type;
	}

	/// Whether there is a command of this name.
	static boolean isKnown(String name) {
		return BY_NAME.containsKey(name);
	}

	private static Map<String, Class<? extends Command>> byName() {
		Map<String, Class<? extends Command>> types = new TreeMap<>();
		Stream
			.of(AgencyCommand.class, ApplicationCommand.class, DisputeCommand.class, CalendarCommand.class,
					InformationCommand.class, DocumentCommand.class, TallyCommand.class, ReportCommand.class,
					FindingCommand.class)
			.flatMap((feature) -> Arrays.stream(feature.getPermittedSubclasses()))
			.map((member) -> member.asSubclass(Command.class))
			.forEach((type) -> types.put(nameOf(type), type));
		return types;
	}

}
