package org.gongkai.query.integration;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The sources by HTTP.
@RestController
class SourceController {

	private final ObjectProvider<Following> following;

	SourceController(ObjectProvider<Following> following) {
		this.following = following;
	}

	/// @param complete whether everything that is on the topics was taken, by these
	/// settings
	/// @param receiving whether this node is the one that receives
	/// @param otherSettings by which another node receives; absent where they are the
	/// same as here
	record Sources(boolean complete, boolean receiving, List<Source> sources, @Nullable String otherSettings) {
	}

	/// @param source the log's name
	/// @param position everything up to here was taken
	/// @param seen the highest position that was seen on its topic
	/// @param stopped why nothing more is taken; absent while nothing is wrong
	record Source(String source, long position, long seen, @Nullable Stop stopped) {
	}

	/// @param code what is wrong: `hole`, `wrong-hash`, `two-hashes`, `unreadable`,
	/// `other-source`, `contradiction`,
	/// `unreachable`, `failed`
	/// @param zh the same in Chinese
	/// @param detail where
	record Stop(String code, String zh, String detail) {
	}

	@GetMapping("/api/sources")
	@Operation(tags = "status", summary = "来源: how far the logs are that this server is fed from",
			description = "None where it shows the log in its own database. A source that stopped goes on by itself when "
					+ "what is missing comes.")
	Sources sources() {
		List<Source> sources = this.following.stream()
			.flatMap((one) -> one.states().stream())
			.map((state) -> new Source(state.source(), state.position(), state.seen(), stop(state.fault())))
			.toList();
		String otherSettings = this.following.stream()
			.map(Following::otherSettings)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return new Sources(
				otherSettings == null
						&& sources.stream().allMatch((one) -> one.stopped() == null && one.position() >= one.seen()),
				this.following.stream().anyMatch(Following::receiving), sources, otherSettings);
	}

	private static @Nullable Stop stop(@Nullable Fault fault) {
		return (fault == null) ? null : new Stop(fault.kind().code(), fault.kind().zh(), fault.detail());
	}

}
