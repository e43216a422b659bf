package org.gongkai.query;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Unscoped;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Rebuilds that are watched and led by hand. Any node may be told; one of them does the work.
@RestController
class RebuildController {

	private final ReadModels models;

	RebuildController(ReadModels readModels) {
		this.models = readModels;
	}

	/// @param projection a read model, or `all`
	/// @param hold whether the new tables wait for `swap`
	record Wanted(@Unscoped String projection, @Nullable Boolean hold) {

		Wanted {
			if (projection == null) {
				throw new Refused(Rule.MALFORMED, "projection is missing");
			}
		}

	}

	record Standings(List<Rebuilds.Standing> rebuilds) {
	}

	@GetMapping(path = "/api/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "status", summary = "重建进度: the last rebuild of each read model, and how far it is")
	Standings rebuilds() {
		return new Standings(this.models.rebuilds().all());
	}

	@PostMapping(path = "/api/rebuilds", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "status", summary = "Begins to make a read model anew beside the one that is shown",
			description = "With `hold` the new tables follow the log until `swap` puts them in their place.")
	Standings start(@RequestBody Wanted wanted) {
		this.models.startRebuild(wanted.projection(), !Boolean.TRUE.equals(wanted.hold()));
		return rebuilds();
	}

	@PostMapping(path = "/api/rebuilds/{projection}/{act}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(tags = "status", summary = "Pauses, resumes or cancels a rebuild, or puts what it made in its place")
	Standings act(@Unscoped @PathVariable String projection,
			@Unscoped @PathVariable @Parameter(description = "`pause`, `resume`, `cancel` or `swap`") String act) {
		Rebuilds rebuilds = this.models.rebuilds();
		switch (act) {
			case "pause" -> rebuilds.pause(projection);
			case "resume" -> rebuilds.resume(projection);
			case "cancel" -> rebuilds.cancel(projection);
			case "swap" -> rebuilds.swap(projection);
			default -> throw new Refused(Rule.MALFORMED, "a rebuild is told pause, resume, cancel or swap");
		}
		return rebuilds();
	}

}
