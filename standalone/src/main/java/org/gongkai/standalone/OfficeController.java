package org.gongkai.standalone;

import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// By which the command line knows that the server it found is the one that has the folder open. Of no use to others, and so not
/// in the description of the interfaces.
@Hidden
@RestController
final class OfficeController {

	private final String instance;

	OfficeController(@Value("${gongkai.office.instance}") String instance) {
		this.instance = instance;
	}

	@GetMapping("/api/office")
	Map<String, String> office() {
		return Map.of("instance", this.instance);
	}

}
