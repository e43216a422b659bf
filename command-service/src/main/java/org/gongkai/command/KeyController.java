package org.gongkai.command;

import io.swagger.v3.oas.annotations.Operation;
import org.gongkai.log.personal.PersonalKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The keys of personal data by HTTP.
@RestController
class KeyController {

	private final PersonalKeys keys;

	KeyController(@Qualifier("personalKeys") PersonalKeys keys) {
		this.keys = keys;
	}

	@PostMapping(path = "/api/keys/rotation", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "keys", summary = "更换主密钥: replaces the master key of personal data and wraps every key anew",
			description = "Finishes a rotation that was cut off, if there was one. Goes on beside everything else.")
	PersonalKeys.Rotation rotate() {
		return this.keys.rotate();
	}

}
