package org.gongkai.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Unscoped;
import org.gongkai.command.report.PublishedReports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Every command by HTTP: its name in the path, its fields as JSON.
@RestController
class CommandController {

	/// Longest body, in bytes: many times what a form can hold.
	static final int LONGEST_BODY = 1 << 20;

	private final Calls calls;

	CommandController(Calls calls) {
		this.calls = calls;
	}

	@Hidden
	@PostMapping(path = "/api/commands/{name}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@ReadsRequest("the fields of a command, which names its own scope")
	ResponseEntity<Receipt> handle(@Unscoped @PathVariable String name,
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor,
			@Unscoped @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Unscoped @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
			@Unscoped @RequestHeader(name = Actor.REASON, required = false) @Nullable String reason,
			HttpServletRequest request) throws IOException {
		Receipt receipt = this.calls.call(name, body(request), Actor.circumstances(actor, reason, "http"), key,
				(seen == null) ? null : version(seen));
		return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").body(receipt);
	}

	@Operation(tags = "reports", summary = "What a command would do to what is published (已公布的报告); nothing is recorded",
			requestBody = @RequestBody(required = true, description = "the command's fields",
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(type = "object"))))
	@PostMapping(path = "/api/commands/{name}/preview", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@ReadsRequest("the fields of a command, which names its own scope")
	Preview preview(@Unscoped @PathVariable @Parameter(description = "the command in kebab-case") String name,
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			HttpServletRequest request) throws IOException {
		return new Preview(this.calls.preview(name, body(request), Actor.circumstances(actor, null, "http")));
	}

	/// What a command would do to what is published; nothing was recorded.
	///
	/// @param changes the published numbers that would be others today, in the order of
	/// the form
	record Preview(List<PublishedReports.Change> changes) {
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

}
