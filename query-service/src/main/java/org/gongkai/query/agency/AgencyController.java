package org.gongkai.query.agency;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The offices by HTTP.
@RestController
class AgencyController {

	private final Agencies agencies;

	private final ReadModels models;

	private final AsOf asOf;

	AgencyController(Agencies agencies, ReadModels readModels, AsOf asOf) {
		this.agencies = agencies;
		this.models = readModels;
		this.asOf = asOf;
	}

	record Listing(List<Agencies.Agency> agencies, AsOf.Position asOf) {
	}

	@GetMapping("/api/agencies")
	@Operation(tags = "agencies", summary = "机关: all offices in the order of their codes")
	Listing list(Fresh fresh) {
		fresh.await(this.models);
		return new Listing(this.agencies.all(), this.asOf.now());
	}

}
