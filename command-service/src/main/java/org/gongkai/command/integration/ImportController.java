package org.gongkai.command.integration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Unscoped;
import org.gongkai.command.Actor;
import org.gongkai.command.Circumstances;
import org.gongkai.command.TooLarge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files by HTTP: they are taken at once, judged row by row in the background, and asked for by their id.
@RestController
class ImportController {

	private final Uploads uploads;

	ImportController(Uploads uploads) {
		this.uploads = uploads;
	}

	/// @param id asks for the import
	record Accepted(String id) {
	}

	@PostMapping(path = "/api/imports/applications", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "Import a register of applications (导入申请台账), CSV in UTF-8 or XLSX",
			description = "Importing the same file again records nothing twice. A row that is refused leaves no trace.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary"))))
	@ReadsRequest("a file; each of its rows becomes a command of its own scope")
	ResponseEntity<Accepted> applications(
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@Unscoped @RequestHeader(name = Actor.REASON, required = false) @Parameter(
					description = "why what is published may change, percent-encoded UTF-8") @Nullable String reason,
			@Unscoped @RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "take rows of the past that lack their procedure dates; they stay marked") boolean historical,
			@RequestParam @Parameter(
					description = "the ledger opens on this 1 January; the file lists the cases open then") @Nullable LocalDate opening,
			HttpServletRequest request) throws IOException {
		return start(new Uploads.Upload("applications", fileName, dryRun, historical, opening),
				Actor.circumstances(actor, reason, Uploads.VIA), request);
	}

	@PostMapping(path = "/api/imports/agencies", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "Import a list of agencies (导入机关代码表), CSV in UTF-8 or XLSX",
			description = "In any order. An agency of which the list does not tell since when it exists does so from 1 October 1949.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary"))))
	@ReadsRequest("a file; each of its rows becomes a command of its own scope")
	ResponseEntity<Accepted> agencies(
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@Unscoped @RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			HttpServletRequest request) throws IOException {
		return start(new Uploads.Upload("agencies", fileName, dryRun, false, null),
				Actor.circumstances(actor, null, Uploads.VIA), request);
	}

	@GetMapping(path = "/api/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "How far an import is, and what was found row by row")
	Import.View progress(@Unscoped("checked against the account that imports") @PathVariable String id) {
		return this.uploads.progress(id);
	}

	/// Takes a file of any kind, and none whose length is announced to be too large.
	ResponseEntity<Accepted> start(Uploads.Upload upload, Circumstances by, HttpServletRequest request)
			throws IOException {
		if (request.getContentLengthLong() > Uploads.LONGEST_FILE) {
			throw new TooLarge("a file", Uploads.LONGEST_FILE);
		}
		try (InputStream in = request.getInputStream()) {
			String id = this.uploads.start(upload, by, in);
			return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(new Accepted(id));
		}
	}

}
