package org.gongkai.command.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Unscoped;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Cosignatures by HTTP.
@RestController
class WitnessController {

	private static final int LONGEST = 1_000;

	private final Witnesses witnesses;

	WitnessController(Witnesses witnesses) {
		this.witnesses = witnesses;
	}

	@PostMapping(path = "/api/checkpoints/{size}/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE,
			produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
	@Operation(tags = "proof", summary = "A witness's cosignature of a checkpoint (C2SP tlog-cosignature)",
			description = "One signature line, which is answered. Only witnesses that this log knows are taken.",
			requestBody = @RequestBody(
					content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))))
	@ReadsRequest("a signature")
	String cosign(@Unscoped @PathVariable long size, HttpServletRequest request) throws IOException {
		String line = new String(request.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
		return this.witnesses.take(size, line) + "\n";
	}

}
