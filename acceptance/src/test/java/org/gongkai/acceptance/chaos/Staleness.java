package org.gongkai.acceptance.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import static org.awaitility.Awaitility.await;

/// How long a command takes while something is broken. Only told: how fast a machine is decides no test.
///
/// @param acknowledged from the fault until another command was acknowledged
/// @param shown from then until a query node that lives showed it
record Staleness(Duration acknowledged, Duration shown) {

	static Staleness measure(Fleet fleet, Load load, int round) {
		long struck = System.nanoTime();
		String id = load.oneMore(round);
		long acknowledged = System.nanoTime();
		List<Node> living = fleet.queries().stream().filter(Node::alive).toList();
		await("a query node shows " + id).atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> living.stream().anyMatch((node) -> shows(node, id)));
		return new Staleness(Duration.ofNanos(acknowledged - struck),
				Duration.ofNanos(System.nanoTime() - acknowledged));
	}

	private static boolean shows(Node node, String id) {
		try {
			return Door.status(node, "/api/application?id=" + id) == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "acknowledged after " + this.acknowledged.toMillis() + " ms, shown " + this.shown.toMillis()
				+ " ms later";
	}

}
