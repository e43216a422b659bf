package org.gongkai.query.audit;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Unavailable;
import org.gongkai.access.Unscoped;
import org.gongkai.log.DedicatedConnections;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.log.verify.CannotVerify;
import org.gongkai.log.verify.Verdict;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Verification on demand. Whoever does not trust this server verifies its folder, or keeps its checkpoints.
@RestController
class VerificationController {

	private final Verification verification;

	VerificationController(@Qualifier("dedicatedRead") DedicatedConnections read,
			@Qualifier("keysForReading") PersonalKeys keys) {
		this.verification = new Verification(read.source(), keys);
	}

	/// @param keys verifier keys of the log and of witnesses; null for what was received
	/// @param checkpoints notes that were kept elsewhere; null for none
	/// @param tables whether read tables are compared too
	record Asked(@Unscoped @Nullable List<String> keys, @Unscoped @Nullable List<String> checkpoints, boolean tables) {

		List<VerifierKey> verifierKeys() {
			return (this.keys == null) ? List.of() : this.keys.stream().map(VerifierKey::parse).toList();
		}

		List<Note> notes() {
			return (this.checkpoints == null) ? List.of() : this.checkpoints.stream().map(Note::parse).toList();
		}

	}

	@HeavyRequest
	@PostMapping(path = "/api/verification", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof", summary = "Recomputes the log from its stored bytes and names what is wrong",
			description = "What was received from other logs has no key and no checkpoints: of each source every record is "
					+ "there, and is what its chain says.")
	Verdict verify(@RequestBody Asked asked) {
		try {
			List<VerifierKey> keys = asked.verifierKeys();
			if (keys.isEmpty() && !this.verification.received()) {
				throw new Refused(Rule.MALFORMED, "the log's verifier key is needed, as its office handed it out",
						"keys");
			}
			return this.verification.run(keys, asked.notes(), asked.tables());
		}
		catch (Malformed | CannotVerify ex) {
			if (Unavailable.causedBy(ex)) {
				throw ex;
			}
			throw new Refused(Rule.MALFORMED, String.valueOf(ex.getMessage()));
		}
	}

}
