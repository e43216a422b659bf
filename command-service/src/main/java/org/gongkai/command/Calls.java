package org.gongkai.command;

import java.util.List;

import org.gongkai.access.JsonText;
import org.gongkai.access.Spellings;
import org.gongkai.command.report.PublishedReports;
import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Commands as programs and people's forms send them, over HTTP or in this process: by name, their fields as JSON.
@Component
public class Calls {

	private static final int LONGEST_KEY = 200;

	private final Commands commands;

	private final IdempotentReplies replies;

	private final CommandMeters meters;

	private final Spellings spellings;

	Calls(Commands commands, IdempotentReplies replies, CommandMeters meters,
			@Qualifier("spellingsOfLog") Spellings spellings) {
		this.spellings = spellings;
		this.commands = commands;
		this.replies = replies;
		this.meters = meters;
	}

	/// Does what a call asks for.
	/// @param name of the command: `receive-application`
	/// @param json its fields
	/// @param key under which the same call of the same account records once, however
	/// often it comes; null for no such promise
	/// @param seen the version of the record that the caller saw; null if that does not
	/// matter
	/// @throws Refused when a rule is broken; nothing was recorded
	public Receipt call(String name, String json, Circumstances by, @Nullable String key, @Nullable Long seen) {
		return this.meters.timed(name, () -> judged(name, json, by, key, seen));
	}

	private Receipt judged(String name, String json, Circumstances by, @Nullable String key, @Nullable Long seen) {
		Command command = parse(CommandCatalog.typeOf(name), JsonText.read(json, this.spellings::read));
		if (key == null) {
			return this.commands.together(by, (door) -> judge(door, command, seen));
		}
		Field.number("Idempotency-Key", key, true);
		if (TextRule.length(key) > LONGEST_KEY) {
			throw new Refused(Rule.TOO_LONG, "Idempotency-Key has more than " + LONGEST_KEY + " characters");
		}
		// before the stored reply is looked up, which is the receipt of a record
		this.commands.requireAllowed(command, by);
		IdempotentReplies.Call call = IdempotentReplies.Call.of(by, key, name + "\n" + json, seen);
		return this.replies.once(call, () -> this.commands.together(by, (door) -> {
			Receipt given = judge(door, command, seen);
			this.replies.store(call, given);
			return given;
		}));
	}

	/// What a call would do to what is published; nothing is recorded.
	/// @throws Refused when a rule is broken
	public List<PublishedReports.Change> preview(String name, String json, Circumstances by) {
		return this.commands.preview(parse(CommandCatalog.typeOf(name), JsonText.read(json, this.spellings::read)), by);
	}

	private Receipt judge(Commands.Door door, Command command, @Nullable Long seen) {
		return (seen == null) ? door.handle(command) : this.commands.handleIfSeen(door, command, seen);
	}

	private static Command parse(Class<? extends Command> type, String json) {
		try {
			Command command = EventJson.mapper().readValue(json, type);
			if (command == null) {
				throw new Refused(Rule.MALFORMED, "the body is empty");
			}
			return command;
		}
		catch (JacksonException ex) {
			String field = field(ex);
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof Refused refused) {
					throw (refused.field() != null || field == null) ? refused
							: new Refused(refused.rule(), String.valueOf(refused.getMessage()), field);
				}
			}
			throw new Refused(Rule.MALFORMED, sentence(ex), field);
		}
	}

	private static @Nullable String field(JacksonException malformed) {
		return (malformed instanceof DatabindException databind) ? databind.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName()
					: Integer.toString(step.getIndex()))
			.reduce((left, right) -> left + "." + right)
			.orElse(null) : null;
	}

	/// The place, and never the content, which may be personal.
	private static String sentence(JacksonException malformed) {
		String place = (malformed.getLocation() == null) ? "" : " near line " + malformed.getLocation().getLineNr()
				+ ", column " + malformed.getLocation().getColumnNr();
		return ((malformed instanceof DatabindException) ? "a field has the wrong form or is unknown"
				: "the body is not JSON") + place;
	}

}
