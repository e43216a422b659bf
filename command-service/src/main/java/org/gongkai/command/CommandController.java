package org.gongkai.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Every command by HTTP: its name in the path, its fields as JSON.
@RestController
class CommandController {

	/// Longest body, in bytes: many times what a form can hold.
	static final int LONGEST_BODY = 1 << 20;

	private static final int LONGEST_KEY = 200;

	private final Commands commands;

	private final IdempotentReplies replies;

	CommandController(Commands commands, IdempotentReplies replies) {
		this.commands = commands;
		this.replies = replies;
	}

	@Hidden
	@PostMapping(path = "/api/commands/{name}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Receipt> handle(@PathVariable String name,
			@RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestHeader(name = "If-Match", required = false) @Nullable String seen, HttpServletRequest request)
			throws IOException {
		Class<? extends Command> type = CommandCatalog.typeOf(name);
		Circumstances by = Circumstances.of(Actor.of(actor), "http");
		String body = body(request);
		Command command = parse(type, body);
		Receipt receipt;
		if (key == null) {
			receipt = this.commands.together(by, (door) -> judge(door, command, seen));
		}
		else {
			Field.name("Idempotency-Key", key, true);
			if (key.length() > LONGEST_KEY) {
				throw new Refused(Rule.TOO_LONG, "Idempotency-Key has more than " + LONGEST_KEY + " characters");
			}
			String call = name + "\n" + body;
			receipt = this.replies.once(key, call, () -> this.commands.together(by, (door) -> {
				Receipt given = judge(door, command, seen);
				this.replies.store(key, call, given);
				return given;
			}));
		}
		return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").body(receipt);
	}

	private Receipt judge(Commands.Door door, Command command, @Nullable String seen) {
		return (seen == null) ? door.handle(command) : this.commands.handleIfSeen(door, command, version(seen));
	}

	private static long version(String ifMatch) {
		String number = ifMatch.replace("\"", "").strip();
		if (number.isEmpty() || number.length() > 18 || !number.chars().allMatch(Character::isDigit)) {
			throw new Refused(Rule.MALFORMED, "If-Match is the version of the record in quotes, as ETag gave it");
		}
		return Long.parseLong(number);
	}

	/// Reads no more than is allowed, whatever length the caller announces.
	private static String body(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() > LONGEST_BODY) {
			throw new TooLarge("a body", LONGEST_BODY);
		}
		try (InputStream in = request.getInputStream()) {
			byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
			if (bytes.length > LONGEST_BODY) {
				throw new TooLarge("a body", LONGEST_BODY);
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new Refused(Rule.MALFORMED, "the body is not UTF-8");
		}
	}

	private static Command parse(Class<? extends Command> type, String body) {
		try {
			Command command = EventJson.mapper().readValue(body, type);
			if (command == null) {
				throw new Refused(Rule.MALFORMED, "the body is empty");
			}
			return command;
		}
		catch (JacksonException ex) {
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof Refused refused) {
					throw refused;
				}
			}
			throw new MalformedField(ex);
		}
	}

	/// A body that does not fit the command, with the field it fails at.
	static final class MalformedField extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String field;

		MalformedField(JacksonException cause) {
			super(sentence(cause), cause);
			this.field = (cause instanceof DatabindException databind) ? databind.getPath()
				.stream()
				.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName()
						: Integer.toString(step.getIndex()))
				.reduce((left, right) -> left + "." + right)
				.orElse("") : "";
		}

		String field() {
			return this.field;
		}

		/// The place, and never the content, which may be personal.
		private static String sentence(JacksonException cause) {
			String place = (cause.getLocation() == null) ? ""
					: " near line " + cause.getLocation().getLineNr() + ", column " + cause.getLocation().getColumnNr();
			return ((cause instanceof DatabindException) ? "a field has the wrong form or is unknown"
					: "the body is not JSON") + place;
		}

	}

}
