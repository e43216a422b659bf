package org.gongkai.query.report;

import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scope;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.log.EventJson;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Definition;
import org.gongkai.statute.report.Definitions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// The definitions of table three (统计口径) by HTTP, and what a changed one would move.
@RestController
class DefinitionController {

	private static final int LONGEST = 1 << 20;

	private final Rehearsals rehearsals;

	private final ReadModels models;

	DefinitionController(Rehearsals rehearsals, ReadModels readModels) {
		this.rehearsals = rehearsals;
		this.models = readModels;
	}

	record Listing(List<Definition> definitions) {
	}

	@GetMapping("/api/definitions")
	@Operation(tags = "definitions", summary = "The definitions of table three (统计口径), the oldest first")
	Listing list() {
		return new Listing(Definitions.all());
	}

	@GetMapping("/api/definitions/{version}")
	@Operation(tags = "definitions", summary = "A definition of table three: rows, columns, identities and years")
	Definition show(@Unscoped @PathVariable @Parameter(description = "`2019` or `2021`") String version) {
		return Definitions.get(version);
	}

	@HeavyRequest
	@PostMapping(path = "/api/definitions/rehearsal", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "definitions",
			summary = "What would move under another definition (口径变更预演): rows and columns, cells, cases, identities",
			description = "Every office alone, every year that the definition is bound to, beside the definition in force. Nothing is recorded. Cells that only one form prints are listed unless 0 stands in them.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = Definition.class))))
	Rehearsals.Rehearsed rehearse(@Unscoped @RequestBody String definition,
			@Scoped(Scoped.Kind.AGENCY) @RequestParam @Parameter(
					description = "one office; all when left out") @Nullable String agency,
			@RequestParam @Parameter(
					description = "the first year, whatever the definition is bound to") @Nullable Integer from,
			@RequestParam @Parameter(description = "the last year, likewise") @Nullable Integer to, Fresh fresh) {
		Definition rehearsed = read(definition);
		fresh.await(this.models);
		if (agency == null && !Scope.current().isEverything()) {
			throw new Refused(Rule.NOT_ALLOWED, "who is not of the whole house names an office");
		}
		return this.rehearsals.of(new Rehearsals.Question(rehearsed, agency, from, to));
	}

	/// @throws Refused `malformed`, or the rule that the definition breaks
	private static Definition read(String json) {
		if (json.length() > LONGEST) {
			throw new Refused(Rule.TOO_LONG, "a definition has at most " + LONGEST + " characters");
		}
		try {
			Definition definition = EventJson.mapper().readValue(json, Definition.class);
			if (definition == null) {
				throw new Refused(Rule.MALFORMED, "the body is empty");
			}
			return definition;
		}
		catch (JacksonException ex) {
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof Refused refused) {
					throw refused;
				}
			}
			throw new Refused(Rule.MALFORMED, sentence(ex));
		}
	}

	private static String sentence(JacksonException malformed) {
		String line = (malformed.getLocation() == null) ? "" : " near line " + malformed.getLocation().getLineNr();
		if (!(malformed instanceof DatabindException databind)) {
			return "the definition is not JSON" + line;
		}
		String field = databind.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "" + step.getIndex())
			.collect(Collectors.joining("."));
		return field + " has the wrong form or is unknown" + line;
	}

}
