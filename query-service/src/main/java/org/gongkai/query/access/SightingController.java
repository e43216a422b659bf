package org.gongkai.query.access;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Sightings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who saw a case or dispute, by HTTP.
@RestController
class SightingController {

	private static final int MOST = 1_000;

	private final Sightings sightings;

	SightingController(Sightings sightings) {
		this.sightings = sightings;
	}

	record Listing(String record, List<Sightings.Sighting> sightings) {
	}

	@GetMapping("/api/sightings")
	@Operation(tags = "access", summary = "谁看过: who was shown the people of a case or dispute, the latest 1,000 first")
	Listing of(@RequestParam @Parameter(description = "id of the case or dispute") String record) {
		return new Listing(record, this.sightings.of(record, MOST));
	}

}
