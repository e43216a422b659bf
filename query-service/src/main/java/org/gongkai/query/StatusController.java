package org.gongkai.query;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Unscoped;
import org.gongkai.log.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// How complete this server is, and the rebuilding of its tables, by HTTP.
@RestController
class StatusController {

	private final LogReader log;

	private final ReadModels models;

	private final Completeness completeness;

	StatusController(LogReader logReader, ReadModels readModels, Completeness completeness) {
		this.completeness = completeness;
		this.log = logReader;
		this.models = readModels;
	}

	/// @param committed events in the log
	/// @param position events that have their position
	record Log(long committed, long position) {
	}

	record Projected(String name, long position) {
	}

	/// @param complete whether everything recorded is shown
	/// @param sources how far of each log that this one is received from; absent for a
	/// log of its own
	record Status(Log log, boolean complete, List<Projected> projections,
			@Nullable List<Completeness.SourcePosition> sources) {
	}

	record Rebuilding(List<ReadModels.Rebuilt> rebuilt) {
	}

	@GetMapping("/api/status")
	@Operation(tags = "status", summary = "How complete the tables are")
	Status status(Fresh fresh) {
		fresh.await(this.models);
		Map<String, Long> positions = this.models.positions();
		long head = this.log.head();
		long committed = this.log.committed();
		List<Completeness.SourcePosition> sources = this.completeness.at(head);
		return new Status(new Log(committed, head),
				head == committed && sources.stream().noneMatch(Completeness.SourcePosition::stopped)
						&& positions.values().stream().allMatch((position) -> position >= head),
				positions.entrySet().stream().map((one) -> new Projected(one.getKey(), one.getValue())).toList(),
				sources.isEmpty() ? null : sources);
	}

	@PostMapping("/api/projections/{name}/rebuild")
	@Operation(tags = "status", summary = "Makes a read model anew from the log; the old tables serve meanwhile")
	Rebuilding rebuild(@Unscoped @PathVariable @Parameter(description = "its name, or `all`") String name) {
		return new Rebuilding(this.models.rebuild(name));
	}

}
