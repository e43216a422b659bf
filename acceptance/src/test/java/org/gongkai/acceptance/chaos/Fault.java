package org.gongkai.acceptance.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.gongkai.acceptance.chaos.Fleet.Lead;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/// What breaks in a round, under load.
enum Fault {

	/// A command node is gone.
	COMMAND_NODE_KILLED((fleet, _, chance) -> any(fleet.commands(), chance).kill()),

	/// A query node is gone.
	QUERY_NODE_KILLED((fleet, _, chance) -> any(fleet.queries(), chance).kill()),

	/// The query-service that is fed from the topic is gone.
	FOLLOWER_KILLED((fleet, _, _) -> fleet.follower().kill()),

	/// The node that gives the positions is gone.
	SEQUENCER_KILLED((fleet, _, _) -> fleet.awaitLeader(Lead.SEQUENCER).kill()),

	/// The node that sends the stream is gone.
	RELAY_KILLED((fleet, _, _) -> fleet.awaitLeader(Lead.RELAY).kill()),

	/// The node that makes the read models anew is gone, and another goes on.
	REBUILDER_KILLED((fleet, _, _) -> {
		Door.post(fleet.queries().getFirst(), "/api/rebuilds", "{\"projection\":\"all\",\"hold\":true}");
		Node first = fleet.awaitLeader(Lead.REBUILD);
		first.kill();
		Node other = fleet.queries().stream().filter((node) -> node != first).findFirst().orElseThrow();
		for (JsonNode one : Door.get(other, "/api/rebuilds").path("rebuilds")) {
			Door.post(other, "/api/rebuilds/" + one.path("projection").asString() + "/swap", "");
		}
		await("another node ends the rebuilds").atMost(Duration.ofMinutes(2))
			.until(() -> Door.get(other, "/api/rebuilds")
				.path("rebuilds")
				.valueStream()
				.allMatch((one) -> one.path("state").asString().equals("done")));
	}),

	/// The database's server is gone, with all sessions.
	POSTGRES_KILLED((fleet, _, _) -> Signals.send("KILL", fleet.postmaster())),

	/// One session's process is gone: the server ends all others and recovers.
	SESSION_KILLED((fleet, _, chance) -> Signals.send("KILL", fleet.session(chance))),

	/// The database is started again in order, under everybody's hands.
	POSTGRES_RESTARTED((fleet, _, _) -> Signals.send("INT", fleet.postmaster())),

	/// The broker is gone for a while.
	BROKER_KILLED((fleet, load, chance) -> {
		fleet.broker().kill();
		load.goesOn(10 + chance.nextInt(20));
	}),

	/// The broker takes connections and answers nothing, until the relay has noticed.
	BROKER_SILENT((fleet, load, chance) -> {
		fleet.broker().freeze();
		fleet.awaitStandingStream();
		if (longFaults()) {
			LockSupport.parkNanos(Duration.ofSeconds(chance.nextInt(60)).toNanos());
		}
		load.goesOn(10);
	}),

	/// The broker cannot write any more, and ends itself.
	BROKER_DISK_FULL((fleet, load, _) -> {
		fleet.broker().fillDisk();
		await("the broker gives up").atMost(Duration.ofMinutes(1)).until(() -> !fleet.broker().alive());
		load.goesOn(10);
	}),

	/// The node that gives the positions stands still until another gives them, and
	/// then goes on as if nothing had been.
	TWO_SEQUENCERS((fleet, load, _) -> standStill(fleet, load, Lead.SEQUENCER)),

	/// The same of the node that sends the stream; takes as long as the relay may be
	/// silent.
	TWO_RELAYS((fleet, load, _) -> standStill(fleet, load, Lead.RELAY)),

	/// A node runs from now on with a clock that is off by up to half an hour.
	CLOCK_OFF((fleet, _, chance) -> {
		Node node = any(Stream.concat(fleet.commands().stream(), fleet.queries().stream()).toList(), chance);
		node.kill();
		node.start(Duration.ofSeconds(chance.nextInt(3600) - 1800L));
	});

	private final Strike strike;

	Fault(Strike strike) {
		this.strike = strike;
	}

	/// Breaks something and returns while it is broken.
	@FunctionalInterface
	private interface Strike {

		void at(Fleet fleet, Load load, Random chance);

	}

	void strike(Fleet fleet, Load load, Random chance) {
		this.strike.at(fleet, load, chance);
	}

	/// Each kind once, in an order by chance, then any; the slow ones among the long
	/// faults alone.
	static List<Fault> series(int rounds, Random chance) {
		List<Fault> kinds = new ArrayList<>(List.of(values()));
		if (!longFaults()) {
			kinds.remove(TWO_RELAYS);
		}
		Collections.shuffle(kinds, chance);
		List<Fault> series = new ArrayList<>(kinds);
		while (series.size() < rounds) {
			series.add(any(kinds, chance));
		}
		return series.subList(0, rounds);
	}

	private static void standStill(Fleet fleet, Load load, Lead lead) {
		Node still = fleet.awaitLeader(lead);
		still.freeze();
		await("another leads as " + lead).atMost(Duration.ofMinutes(1))
			.until(() -> fleet.leader(lead), (leader) -> leader.isPresent() && leader.get() != still);
		load.goesOn(10);
		still.thaw();
		load.goesOn(10);
	}

	/// Whether faults last up to a minute.
	static boolean longFaults() {
		return Boolean.getBoolean("gongkai.chaos.long");
	}

	private static <T> T any(List<T> choices, Random chance) {
		return choices.get(chance.nextInt(choices.size()));
	}

}
