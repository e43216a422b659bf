package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Several nodes of a query-service that follows.
class FollowingNodesTest {

	private static final String ORIGIN = "township.example/log";

	private static final LocalDate DAY = LocalDate.parse("2024-01-02");

	private static final String LEADER = """
			select pid from pg_locks where locktype = 'advisory' and objid = 7305505 and granted
			and database = (select oid from pg_database where datname = current_database())""";

	private final TestDatabase database = FollowingServer.database();

	private final JdbcTemplate sql = new JdbcTemplate(this.database.superuser());

	private final RelayedTopic topic = new RelayedTopic();

	private final SourceLog source = new SourceLog(ORIGIN);

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void one_node_receives_both_show_it_and_the_other_takes_over() {
		FollowingServer first = node();
		try (FollowingServer second = node()) {
			this.topic.send(List.of(registered(1), registered(2)));
			first.shows(ORIGIN, 2);
			second.shows(ORIGIN, 2);
			assertThat(receives(first)).isTrue();
			assertThat(receives(second)).isFalse();
			StreamRecord late = registered(3);
			StreamRecord next = record(new AgencyRenamed("32133", "新镇人民政府", DAY));
			this.topic.send(List.of(next));
			Receiving.until(() -> "hole".equals(stopped(second)));
			assertThat(stopped(first)).isEqualTo("hole");

			first.close();
			this.topic.send(List.of(late));

			Receiving.until(() -> receives(second));
			second.shows(ORIGIN, 4);
			Receiving.until(() -> second.get("/api/sources").path("complete").asBoolean());
		}
	}

	@Test
	void a_node_whose_session_the_server_ended_leaves_the_lead_and_nothing_counts_twice() {
		try (FollowingServer first = node(); FollowingServer second = node()) {
			List<StreamRecord> records = new ArrayList<>();
			for (int number = 1; number <= 40; number++) {
				records.add(registered(number));
			}
			this.topic.send(records.subList(0, 20));
			first.shows(ORIGIN, 20);

			long before = leader();
			this.sql.query("select pg_terminate_backend(?::int)", (_) -> {
			}, before);
			this.topic.send(records.subList(20, 40));

			first.shows(ORIGIN, 40);
			second.shows(ORIGIN, 40);
			Receiving.until(() -> this.sql.queryForList(LEADER, Long.class).stream().anyMatch((pid) -> pid != before));
			Receiving.until(() -> receives(first) != receives(second));
			assertThat(this.sql.queryForObject("select count(*) from log.events", Long.class)).isEqualTo(40);
			assertThat(first.post("/api/verification", "{\"tables\":true}").body()).contains("\"findings\":[]");
		}
	}

	@Test
	void a_node_with_other_settings_than_the_one_that_receives_says_so_until_it_receives_itself() {
		FollowingServer first = node();
		Receiving.until(() -> receives(first));
		try (FollowingServer second = new FollowingServer(this.database, Map.of(ORIGIN, this.topic),
				Map.of("gongkai.query.follow.sources[0].agencies[0]", "32131"))) {
			this.topic.send(List.of(registered(1)));
			first.shows(ORIGIN, 1);
			assertThat(first.get("/api/sources").has("otherSettings")).isFalse();
			JsonNode differing = second.get("/api/sources");
			assertThat(differing.path("otherSettings").asString("")).contains(ORIGIN, this.topic.name(), "for []");
			assertThat(differing.path("complete").asBoolean(true)).isFalse();

			first.close();

			Receiving.until(() -> receives(second));
			assertThat(second.get("/api/sources").has("otherSettings")).isFalse();
			second.shows(ORIGIN, 1);
		}
	}

	@Test
	void a_console_of_what_was_received_takes_no_commands() {
		assertThatThrownBy(() -> new FollowingServer(this.database, Map.of(ORIGIN, this.topic),
				Map.of("gongkai.query.command-url", "http://127.0.0.1:1")))
			.rootCause()
			.hasMessageContaining("takes no commands");
	}

	private FollowingServer node() {
		return new FollowingServer(this.database, Map.of(ORIGIN, this.topic), Map.of());
	}

	private static boolean receives(FollowingServer node) {
		return node.get("/api/sources").path("receiving").asBoolean();
	}

	private static String stopped(FollowingServer node) {
		JsonNode code = node.get("/api/sources").at("/sources/0/stopped/code");
		return code.asString("");
	}

	private long leader() {
		return this.sql.queryForList(LEADER, Long.class).getFirst();
	}

	private StreamRecord registered(int number) {
		return record(new AgencyRegistered("3213" + number, "某镇人民政府", AgencyKind.TOWNSHIP, null, DAY));
	}

	private StreamRecord record(AgencyEvent event) {
		return this.source.record(RelayedTopic.partition("agency:" + event.code()), event);
	}

}
