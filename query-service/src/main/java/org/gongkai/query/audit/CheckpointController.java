package org.gongkai.query.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Unscoped;
import org.gongkai.log.LogProofs;
import org.gongkai.log.proof.Note;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Checkpoints (检查点) and what shows that one follows from another.
@RestController
class CheckpointController {

	private static final int MOST = 1_000;

	private static final String PLAIN = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

	private final LogProofs proofs;

	private final AwaitedCheckpoints awaited;

	CheckpointController(LogProofs logProofs, AwaitedCheckpoints awaited) {
		this.proofs = logProofs;
		this.awaited = awaited;
	}

	/// @param origin the log's name
	/// @param size the last position that is sealed
	/// @param root in base64
	/// @param hash of the tree
	/// @param signers the names in the note's signature lines
	record Listed(String origin, long size, String root, String hash, Instant signedAt, String verifierKey,
			List<String> signers) {

		static Listed of(LogProofs.Signed signed) {
			return new Listed(signed.checkpoint().origin(), signed.size(),
					Base64.getEncoder().encodeToString(signed.checkpoint().root()), signed.checkpoint().hash().code(),
					signed.signedAt(), signed.key(),
					signed.note().signatures().stream().map(Note.Signature::name).toList());
		}
	}

	/// @param path hashes in base64
	record Path(List<String> path) {

		static Path of(List<byte[]> hashes) {
			return new Path(hashes.stream().map(Base64.getEncoder()::encodeToString).toList());
		}
	}

	@GetMapping(path = "/api/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof", summary = "Signed checkpoints of the log, the newest first")
	List<Listed> list(@Unscoped @RequestParam @Nullable @Parameter(description = "only smaller ones") Long before,
			@RequestParam(defaultValue = "20") @Parameter(description = "how many, 1 to 1000") int limit) {
		return this.proofs.list((before == null) ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MOST))
			.stream()
			.map(Listed::of)
			.toList();
	}

	@GetMapping(path = "/api/checkpoints/latest", produces = PLAIN)
	@Operation(tags = "proof", summary = "The newest checkpoint as a signed note (C2SP tlog-checkpoint)")
	String latest() {
		return this.awaited.latest().note().format();
	}

	@GetMapping(path = "/api/checkpoints/{size}", produces = PLAIN)
	@Operation(tags = "proof", summary = "The checkpoint of a size as a signed note, with its cosignatures")
	String one(@Unscoped @PathVariable long size) {
		return signed(size).note().format();
	}

	@GetMapping(path = "/api/checkpoints/{size}/inclusion/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof", summary = "Shows that a position is in the tree of a checkpoint (RFC 9162, 2.1.3)")
	Path inclusion(@Unscoped @PathVariable long size, @Unscoped @PathVariable long position) {
		LogProofs.Signed signed = signed(size);
		if (position < 1 || position > size) {
			throw new Refused(Rule.UNKNOWN_POSITION, "the checkpoint holds the positions 1 to " + size);
		}
		return Path.of(this.proofs.inclusion(position, signed));
	}

	@GetMapping(path = "/api/checkpoints/{size}/consistency/{first}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "proof",
			summary = "Shows that the tree of a checkpoint begins with the tree of a smaller size (RFC 9162, 2.1.4)")
	Path consistency(@Unscoped @PathVariable long size, @Unscoped @PathVariable long first) {
		LogProofs.Signed signed = signed(size);
		if (first < 1 || first > size) {
			throw new Refused(Rule.UNKNOWN_CHECKPOINT, "the checkpoint is consistent with the sizes 1 to " + size);
		}
		return Path.of(this.proofs.consistency(first, signed));
	}

	private LogProofs.Signed signed(long size) {
		return this.proofs.of(size)
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CHECKPOINT, "no checkpoint of " + size + " was signed"));
	}

}
