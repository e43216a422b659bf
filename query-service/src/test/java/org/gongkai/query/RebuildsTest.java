package org.gongkai.query;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.query.Rebuilds.Lease;
import org.gongkai.query.Rebuilds.LeaseLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/// A read model that is made anew beside the one that is shown, told by hand what to do.
class RebuildsTest {

	private final QueryServer server = new QueryServer();

	@BeforeEach
	void twenty_agencies_of_which_one_is_not_shown() {
		this.server.record(IntStream.rangeClosed(1, 20).mapToObj(RebuildsTest::registered).toArray(Event[]::new));
		assertThat(shown()).hasSize(20);
		this.server.sql.update("delete from agencies where stream_id = 'agency:A07'");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void the_old_table_serves_until_the_new_one_is_told_to_take_its_place() {
		start();
		await("loaded").until(() -> rebuild().has("position"));
		this.server.record(registered(21));
		await("followed").until(() -> rebuild().path("position").asLong() == 21);

		assertThat(rebuild().path("state").asString("")).isEqualTo("running");
		assertThat(shown()).hasSize(20).doesNotContain("A07").contains("A21");

		tell("swap", 200);
		await("swapped").until(() -> rebuild().path("state").asString("").equals("done"));
		assertThat(shown()).hasSize(21).contains("A07", "A21");
		assertThat(newTables()).isEmpty();
		assertThat(rebuild().path("events").asLong()).isEqualTo(20);
	}

	@Test
	void one_that_is_paused_stands_still_and_goes_on_behind_the_last_stretch() {
		start();
		await("loaded").until(() -> rebuild().has("position"));
		tell("pause", 200);
		assertThat(this.server.call("POST", "/api/projections/agencies/rebuild").body()).contains("rebuild-under-way");
		// as if the node had died in the middle of the last part
		awaitNobodyAtWork();
		int part = this.server.sql.queryForObject("select max(part) from rebuild_parts", Integer.class);
		int parts = part + 1;
		List<String> own = this.server.sql.queryForList("""
				select stream_id from agencies_next where (hashtextextended(stream_id, 0) & 1023) % ? = ?
				order by stream_id""", String.class, parts, part);
		String middle = own.get(own.size() / 2);
		newTables().forEach((table) -> this.server.sql.update(
				"delete from " + table + " where (hashtextextended(stream_id, 0) & 1023) % ? = ? and stream_id > ?",
				parts, part, middle));
		this.server.sql.update("update rebuild_parts set loaded = false, stream_id = ? where part = ?", middle, part);
		this.server.sql.update("update rebuilds set position = null");
		tell("swap", 200);
		assertThat(rebuild().path("state").asString("")).isEqualTo("paused");

		tell("resume", 200);

		await("swapped").until(() -> rebuild().path("state").asString("").equals("done"));
		assertThat(shown()).hasSize(20).contains("A07");
	}

	@Test
	void one_that_is_cancelled_leaves_nothing_behind() {
		start();
		await("loaded").until(() -> rebuild().has("position"));

		tell("cancel", 200);

		await("cancelled").until(() -> rebuild().path("state").asString("").equals("cancelled"));
		assertThat(newTables()).isEmpty();
		assertThat(shown()).hasSize(19);
		tell("swap", 400);
		assertThat(this.server.call("POST", "/api/projections/agencies/rebuild").statusCode()).isEqualTo(200);
		assertThat(shown()).hasSize(20);
	}

	@Test
	void whoever_lost_the_lease_writes_nothing_any_more() {
		start();
		await("loaded").until(() -> rebuild().has("position"));
		tell("pause", 200);
		awaitNobodyAtWork();
		Rebuilds rebuilds = new Rebuilds(this.server.sql,
				new TransactionTemplate(new DataSourceTransactionManager(this.server.sql.getDataSource())));
		Lease earlier = new Lease("agencies",
				this.server.sql.queryForObject("select lease from rebuilds where projection = 'agencies'", Long.class));
		rebuilds.followed(earlier, 20);
		tell("resume", 200);
		await("taken again").until(() -> this.server.sql
			.queryForObject("select lease from rebuilds where projection = 'agencies'", Long.class) > earlier.number());

		assertThatThrownBy(() -> rebuilds.followed(earlier, 3)).isInstanceOf(LeaseLost.class);
		assertThatThrownBy(() -> rebuilds.done(earlier, 3)).isInstanceOf(LeaseLost.class);
		assertThat(rebuild().path("position").asLong()).isEqualTo(20);
	}

	private void start() {
		assertThat(this.server.post("/api/rebuilds", "{\"projection\":\"agencies\",\"hold\":true}").statusCode())
			.isEqualTo(200);
	}

	private void tell(String act, int status) {
		assertThat(this.server.call("POST", "/api/rebuilds/agencies/" + act).statusCode()).isEqualTo(status);
	}

	private JsonNode rebuild() {
		return this.server.get("/api/rebuilds").at("/rebuilds/0");
	}

	private List<String> shown() {
		return this.server.get("/api/agencies")
			.path("agencies")
			.valueStream()
			.map((one) -> one.path("code").asString())
			.toList();
	}

	private List<String> newTables() {
		return this.server.sql.queryForList("select tablename from pg_tables where tablename like '%\\_next'",
				String.class);
	}

	private void awaitNobodyAtWork() {
		await("nobody leads").atMost(Duration.ofMinutes(1))
			.until(() -> this.server.sql.queryForObject("""
					select count(*) from pg_locks where locktype = 'advisory' and objid = 7305506 and granted
					and database = (select oid from pg_database where datname = current_database())""",
					Integer.class) == 0);
	}

	private static AgencyRegistered registered(int number) {
		return new AgencyRegistered("A%02d".formatted(number), "某镇", AgencyKind.TOWNSHIP, null,
				LocalDate.parse("2000-01-01"));
	}

}
