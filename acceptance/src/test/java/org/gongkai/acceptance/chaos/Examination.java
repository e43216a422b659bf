package org.gongkai.acceptance.chaos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import org.gongkai.acceptance.chaos.Load.Entry;
import org.gongkai.acceptance.ledger.HandCount;
import org.gongkai.acceptance.ledger.ReadTables;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.standalone.cli.GongkaiCommand;
import org.gongkai.statute.report.Row;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What must hold once everything runs again and nobody records.
final class Examination {

	private static final List<Integer> YEARS = List.of(2023, 2024);

	private static final String KEY = SigningKey.parse(Fleet.SIGNING_KEY).verifier().toString();

	private final Fleet fleet;

	private final Load load;

	Examination(Fleet fleet, Load load) {
		this.fleet = fleet;
		this.load = load;
	}

	void passes() {
		awaitQuiet();
		acknowledgedOnce();
		positionsDense();
		soundEverywhere();
		streamWhole();
		tablesAsCounted();
		assertThat(ReadTables.impersonal(this.fleet.elsewhere())).as("the tables elsewhere are those of the office")
			.isEqualTo(ReadTables.impersonal(this.fleet.office()));
	}

	/// Until all that is recorded has its position and is shown everywhere.
	private void awaitQuiet() {
		await("everything recorded has its position").atMost(Duration.ofMinutes(1))
			.until(() -> number("select count(*) from log.events") == number("select count(*) from log.positions"));
		long head = number("select count(*) from log.positions");
		await("everything is on the topic").atMost(Duration.ofMinutes(2))
			.until(() -> Door.get(this.fleet.commands().getFirst(), "/api/stream").path("relayed").asLong() == head);
		await("everything came elsewhere").atMost(Duration.ofMinutes(2))
			.until(() -> Door.get(this.fleet.follower(), "/api/sources").at("/sources/0/position").asLong() == head);
		for (Node node : this.fleet.showing()) {
			await("everything is shown by " + node).atMost(Duration.ofMinutes(2))
				.until(() -> Door.get(node, "/api/status").path("complete").asBoolean());
		}
	}

	private void acknowledgedOnce() {
		List<Entry> recorded = this.fleet.office()
			.query("select stream_id, sequence, name from log.events where stream_id like '%chaos-%'",
					(row, _) -> new Entry(row.getString(1), row.getLong(2), row.getString(3)));
		assertThat(recorded).as("what is recorded is what was acknowledged")
			.containsExactlyInAnyOrderElementsOf(this.load.acknowledged());
		assertThat(HandCount.of(this.fleet.office(), Load.AGENCIES).cases()).as("the cases stand as acknowledged")
			.containsExactlyInAnyOrderElementsOf(this.load.cases());
	}

	private void positionsDense() {
		for (JdbcTemplate log : List.of(this.fleet.office(), this.fleet.elsewhere())) {
			assertThat(log.queryForObject("""
					select min(position) = 1 and max(position) = count(*) and count(distinct event_index) = count(*)
					from log.positions""", Boolean.class)).as("positions are 1 to n").isTrue();
		}
	}

	private void soundEverywhere() {
		String asked = "{\"keys\":[\"" + KEY + "\"],\"tables\":true}";
		assertThat(Door.post(this.fleet.queries().getFirst(), "/api/verification", asked).path("findings")).isEmpty();
		StringWriter said = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(said));
		line.setErr(new PrintWriter(said));
		int exit = line.execute("verify", "--server", this.fleet.follower().address(), "--token-file",
				this.fleet.token().toString());
		assertThat(exit).as(said.toString()).isZero();
	}

	/// Each record is there once, unless a relay found that the broker had lost some and
	/// said so.
	private void streamWhole() {
		JsonNode topic = Door.post(this.fleet.commands().getLast(), "/api/stream/verification", "");
		assertThat(topic.path("whole").asBoolean()).as(topic.toString()).isTrue();
		long once = number("select count(*) from log.positions");
		if (this.fleet.commands().stream().anyMatch((node) -> node.hasSaid(Fleet.SENT_AGAIN))) {
			assertThat(topic.path("records").asLong()).isGreaterThanOrEqualTo(once);
		}
		else {
			assertThat(topic.path("records").asLong()).isEqualTo(once);
		}
	}

	private void tablesAsCounted() {
		HandCount hand = HandCount.of(this.fleet.office(), Load.AGENCIES);
		for (String agency : Load.AGENCIES) {
			for (int year : YEARS) {
				Map<String, List<Integer>> counted = rows(hand.tableThree(Set.of(agency), year));
				for (Node node : this.fleet.showing()) {
					assertThat(shown(Door.get(node, "/api/reports/" + agency + "/" + year)))
						.as(node + " " + agency + " " + year)
						.isEqualTo(counted);
				}
			}
		}
	}

	private static Map<String, List<Integer>> shown(JsonNode report) {
		Map<String, List<Integer>> rows = new TreeMap<>();
		for (Row row : Row.values()) {
			JsonNode numbers = report.path("table3").path(row.jsonName());
			if (row != Row.OTHER_AGGREGATE) {
				rows.put(row.jsonName(),
						StreamSupport.stream(numbers.spliterator(), false).map(JsonNode::asInt).toList());
			}
		}
		return rows;
	}

	private static Map<String, List<Integer>> rows(Map<String, Map<String, Set<String>>> counted) {
		Map<String, List<Integer>> rows = new TreeMap<>();
		for (Row row : Row.values()) {
			if (row != Row.OTHER_AGGREGATE) {
				rows.put(row.jsonName(), HandCount.numbers(counted.getOrDefault(row.jsonName(), Map.of())));
			}
		}
		return rows;
	}

	private long number(String query) {
		Long number = this.fleet.office().queryForObject(query, Long.class);
		return (number == null) ? 0 : number;
	}

}
