package org.gongkai.query.audit;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.log.LogProofs;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Proof files (证明文件): what shows elsewhere, without this server, that an event is in the signed log.
@RestController
class ProofController {

	private final LogProofs proofs;

	private final AwaitedCheckpoints awaited;

	ProofController(LogProofs logProofs, AwaitedCheckpoints awaited) {
		this.proofs = logProofs;
		this.awaited = awaited;
	}

	@GetMapping(path = "/api/proofs/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof", summary = "The proof file of the event at a position",
			description = "Holds the event as it is stored, personal data included.")
	ResponseEntity<ProofFile> proof(@Unscoped @PathVariable long position, @Unscoped @RequestParam @Nullable @Parameter(
			description = "size of the checkpoint; the smallest that holds the event") Long size) {
		LogProofs.Signed signed = (size == null) ? this.awaited.smallestCovering(position) : this.proofs.of(size)
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CHECKPOINT, "no checkpoint of " + size + " was signed"));
		if (position < 1 || position > signed.size()) {
			throw new Refused(Rule.UNKNOWN_POSITION, "the checkpoint holds the positions 1 to " + signed.size());
		}
		ProofFile file = this.proofs.proof(position, signed)
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_EVENT, "position " + position + " has no event"));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-" + position + ".json\"")
			.body(file);
	}

	@GetMapping(path = "/api/proofs", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof", summary = "The proof file of an event of a case, report or other stream",
			description = "A reply is `application.ApplicationDecided` of its case; an edition of a report is "
					+ "`report.ReportPublished` with the number of the edition.")
	ResponseEntity<ProofFile> proof(
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(description = "such as `321300/2024-1`") String stream,
			@Unscoped @RequestParam @Parameter(description = "name of the event") String event,
			@RequestParam @Nullable @Parameter(description = "the how manieth, from 1; the last") Integer number) {
		List<Long> positions = this.proofs.positions(stream, event);
		int wanted = (number == null) ? positions.size() : number;
		if (wanted < 1 || wanted > positions.size()) {
			throw new Refused(Rule.UNKNOWN_EVENT, "there are " + positions.size() + " such events");
		}
		return proof(positions.get(wanted - 1), null);
	}

}
