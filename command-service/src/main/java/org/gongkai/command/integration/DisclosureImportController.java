package org.gongkai.command.integration;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Unscoped;
import org.gongkai.command.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists of documents and of tallies by HTTP, taken as registers are.
@RestController
class DisclosureImportController {

	private final ImportController imports;

	DisclosureImportController(ImportController imports) {
		this.imports = imports;
	}

	@PostMapping(path = "/api/imports/documents", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "Import a list of documents (导入文件目录), CSV in UTF-8 or XLSX",
			description = "Importing the same file again records nothing twice. A repeal told later is added.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary"))))
	@ReadsRequest("a file; each of its rows becomes a command of its own scope")
	ResponseEntity<ImportController.Accepted> documents(
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@Unscoped @RequestHeader(name = Actor.REASON, required = false) @Parameter(
					description = "why what is published may change, percent-encoded UTF-8") @Nullable String reason,
			@Unscoped @RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			HttpServletRequest request) throws IOException {
		return this.imports.start(new Uploads.Upload("documents", fileName, dryRun, false, null),
				Actor.circumstances(actor, reason, Uploads.VIA), request);
	}

	@PostMapping(path = "/api/imports/tallies", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "Import tallies (导入统计数), CSV in UTF-8 or XLSX",
			description = "Importing the same file again records nothing twice.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary"))))
	@ReadsRequest("a file; each of its rows becomes a command of its own scope")
	ResponseEntity<ImportController.Accepted> tallies(
			@Unscoped @RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@Unscoped @RequestHeader(name = Actor.REASON, required = false) @Parameter(
					description = "why what is published may change, percent-encoded UTF-8") @Nullable String reason,
			@Unscoped @RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			HttpServletRequest request) throws IOException {
		return this.imports.start(new Uploads.Upload("tallies", fileName, dryRun, false, null),
				Actor.circumstances(actor, reason, Uploads.VIA), request);
	}

}
