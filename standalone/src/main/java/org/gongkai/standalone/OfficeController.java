package org.gongkai.standalone;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// By which the command line knows that the server it found is the one that has the folder open.
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
