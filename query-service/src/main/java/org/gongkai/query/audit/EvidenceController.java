package org.gongkai.query.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.query.CutOff;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 证据包, by HTTP.
@RestController
class EvidenceController {

	private static final String ZIP = "application/zip";

	private final EvidencePacks packs;

	private final ReadModels models;

	EvidenceController(EvidencePacks packs, ReadModels readModels) {
		this.packs = packs;
		this.models = readModels;
	}

	@GetMapping(path = "/api/audit/evidence", produces = ZIP)
	@HeavyRequest
	@Operation(tags = "audit", summary = "证据包 of a case: entries, proofs, who did what, who looked, check report",
			description = "As far as it is signed. Names people; whoever fetches it is written down as having seen them.")
	@ApiResponse(responseCode = "200", description = "the pack", content = @Content(mediaType = ZIP))
	void ofCase(
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(description = "agency code, slash, 申请编号") String id,
			Fresh fresh, HttpServletResponse response) throws IOException {
		fresh.await(this.models);
		answer(id.replace('/', '-'), response, (target) -> this.packs.ofCase(id, target));
	}

	@GetMapping(path = "/api/audit/evidence/{agency}/{year}", produces = ZIP)
	@HeavyRequest
	@Operation(tags = "audit", summary = "证据包 of a year: all that its tables count, and every edition of its report",
			description = "As far as it is signed. Names people; whoever fetches it is written down as having seen them.")
	@ApiResponse(responseCode = "200", description = "the pack", content = @Content(mediaType = ZIP))
	void ofYear(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			Fresh fresh, HttpServletResponse response) throws IOException {
		fresh.await(this.models);
		answer(agency + "-" + year, response, (target) -> this.packs.ofYear(agency, year, withSubordinates, target));
	}

	/// A pack is sent while it is made. What can be refused is refused before its first
	/// byte; a failure after that cuts the connection, so that no one takes a part for
	/// the whole.
	private static void answer(String name, HttpServletResponse response, Making making) throws IOException {
		try {
			making.into(() -> {
				response.setContentType(ZIP);
				response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
							.filename("evidence-" + name + ".zip", StandardCharsets.UTF_8)
							.build()
							.toString());
				response.flushBuffer();
				return response.getOutputStream();
			});
		}
		catch (IOException | RuntimeException ex) {
			if (response.isCommitted()) {
				throw new CutOff(ex);
			}
			throw ex;
		}
	}

	private interface Making {

		void into(EvidencePacks.Target target) throws IOException;

	}

}
