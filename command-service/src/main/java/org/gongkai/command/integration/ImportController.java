package org.gongkai.command.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.command.Actor;
import org.gongkai.command.Circumstances;
import org.gongkai.command.Commands;
import org.gongkai.command.Field;
import org.gongkai.command.TooLarge;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.review.LoggedDisputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
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

	/// Longest file, in bytes.
	static final int LONGEST_FILE = 32 << 20;

	/// The way by which rows come.
	static final String VIA = "import";

	private final Imports imports;

	private final Commands commands;

	private final LoggedCases cases;

	private final LoggedDisputes disputes;

	private final Offices offices;

	ImportController(Imports imports, Commands commands, LoggedCases cases, LoggedDisputes disputes, Offices offices) {
		this.imports = imports;
		this.commands = commands;
		this.cases = cases;
		this.disputes = disputes;
		this.offices = offices;
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
	ResponseEntity<Accepted> applications(
			@RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@RequestHeader(name = Actor.REASON, required = false) @Parameter(
					description = "why what is published may change, percent-encoded UTF-8") @Nullable String reason,
			@RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "take rows of the past that lack their procedure dates; they stay marked") boolean historical,
			@RequestParam @Parameter(
					description = "the ledger opens on this 1 January; the file lists the cases open then") @Nullable LocalDate opening,
			HttpServletRequest request) throws IOException {
		if (opening != null && !MonthDay.from(opening).equals(MonthDay.of(1, 1))) {
			throw new Refused(Rule.LEDGER_OPENS_ON_NEW_YEARS_DAY, "records begin on a 1 January, not on " + opening);
		}
		return start(new RegisterImport(new RegisterOptions(historical, opening), this.commands, this.cases,
				this.disputes, this.offices), Actor.circumstances(actor, reason, VIA), fileName, dryRun, request);
	}

	@PostMapping(path = "/api/imports/agencies", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "Import a list of agencies (导入机关代码表), CSV in UTF-8 or XLSX",
			description = "In any order. An agency of which the list does not tell since when it exists does so from 1 October 1949.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary"))))
	ResponseEntity<Accepted> agencies(
			@RequestHeader(name = Actor.HEADER, required = false) @Parameter(
					description = "who acts, percent-encoded UTF-8") @Nullable String actor,
			@RequestParam @Parameter(description = "kept beside every event") String fileName,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "judge every row and record nothing") boolean dryRun,
			HttpServletRequest request) throws IOException {
		return start(new AgencyImport(this.commands, this.offices), Actor.circumstances(actor, null, VIA), fileName,
				dryRun, request);
	}

	@GetMapping(path = "/api/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "integration", summary = "How far an import is, and what was found row by row")
	Import.View progress(@PathVariable String id) {
		return this.imports.view(id);
	}

	/// Takes a file of any kind.
	ResponseEntity<Accepted> start(ImportKind kind, Circumstances by, String fileName, boolean dryRun,
			HttpServletRequest request) throws IOException {
		Field.name("fileName", fileName, true);
		Path file = Files.createTempFile("gongkai-import-", "");
		String id;
		try {
			receive(request, file);
			id = this.imports.start(kind, file, by, fileName, dryRun);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
		return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(new Accepted(id));
	}

	/// Reads no more than is allowed, whatever length the caller announces.
	private static void receive(HttpServletRequest request, Path file) throws IOException {
		if (request.getContentLengthLong() > LONGEST_FILE) {
			throw new TooLarge("a file", LONGEST_FILE);
		}
		try (InputStream in = request.getInputStream(); OutputStream out = Files.newOutputStream(file)) {
			byte[] part = new byte[1 << 16];
			long length = 0;
			for (int read = in.read(part); read >= 0; read = in.read(part)) {
				length += read;
				if (length > LONGEST_FILE) {
					throw new TooLarge("a file", LONGEST_FILE);
				}
				out.write(part, 0, read);
			}
		}
	}

}
