package org.gongkai.query.access;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who saw whom, by HTTP.
@RestController
class SightingController {

	private final Sightings sightings;

	private final Agencies agencies;

	SightingController(Sightings sightings, Agencies agencies) {
		this.sightings = sightings;
		this.agencies = agencies;
	}

	/// @param next address of the next page; null on the last
	record Listing(List<Sightings.Sighting> sightings, @Nullable String next) {
	}

	@GetMapping("/api/sightings")
	@Operation(tags = "access", summary = "谁看过: who was shown the people of which cases and disputes, the latest first",
			description = "`next` is the address of the next page, which begins before the smallest `number` of this one. Of a look at most 100 `records` are named; `seen` is how many there were.")
	Listing list(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(
					description = "id of a case or dispute") @Nullable String record,
			@Unscoped @RequestParam @Parameter(
					description = "an account, or the name that an owner of the data folder gave") @Nullable String person,
			@Unscoped @RequestParam @Parameter(description = "only those with a smaller number") @Nullable Long before,
			@RequestParam(defaultValue = "100") @Parameter(description = "how many, 1 to 1000") int size) {
		List<Sightings.Sighting> found = this.sightings
			.search(new Sightings.Search(this.agencies.seen(agency, withSubordinates), record, person, before, size));
		return new Listing(found,
				(found.size() < size) ? null : Link.next("before", found.getLast().number(), "fresh"));
	}

}
