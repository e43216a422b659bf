package org.gongkai.acceptance.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.query.QueryService;
import org.gongkai.query.QueryServiceApplication;
import org.gongkai.query.ReadModels;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestKafka;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Any history of an office, relayed to a topic and received elsewhere.
class FollowedLedgerProperties {

	/// As in the office's signing key.
	private static final String ORIGIN = "PeterNeumann";

	private static OfficeUnderTest office;

	private static TestDatabase database;

	private static ConfigurableApplicationContext follower;

	private static int cities;

	@BeforeContainer
	static void open() {
		String topic = TestKafka.topic();
		office = new OfficeUnderTest("gongkai.stream.bootstrap-servers=" + TestKafka.bootstrapServers(),
				"gongkai.stream.topic=" + topic);
		database = TestDatabase.create();
		LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
		String source = "gongkai.query.follow.sources[0].";
		follower = new SpringApplicationBuilder(QueryServiceApplication.class, July.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "gongkai.query.url=" + database.jdbcUrl(),
					"gongkai.query.read-password=r", "gongkai.query.follow.migrate-password=m",
					"gongkai.query.follow.append-password=a", "gongkai.query.follow.retry=1s",
					source + "origin=" + ORIGIN, source + "topic=" + topic,
					source + "bootstrap-servers=" + TestKafka.bootstrapServers())
			.run();
	}

	@AfterContainer
	static void close() {
		follower.close();
		database.close();
		office.close();
	}

	static class July {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2024-07-31T02:00:00Z"), QueryService.OFFICE);
		}

	}

	@Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
	void after_any_history_every_table_elsewhere_is_that_of_the_office(@ForAll("histories") List<Step> history) {
		Clerk clerk = new Clerk(office, "f" + cities++);
		history.forEach(clerk::tries);
		office.models().settle();
		JdbcTemplate received = new JdbcTemplate(database.superuser());
		await().atMost(Duration.ofSeconds(90))
			.until(() -> office.events() == number(received, "select coalesce(max(position), 0) from log.sources"));
		follower.getBean(ReadModels.class).settle();

		assertThat(ReadTables.impersonal(received)).isEqualTo(ReadTables.impersonal(office.log()));
	}

	private static long number(JdbcTemplate sql, String query) {
		Long number = sql.queryForObject(query, Long.class);
		return (number == null) ? 0 : number;
	}

	@Provide
	Arbitrary<List<Step>> histories() {
		return Step.any().list().ofMinSize(40).ofMaxSize(120);
	}

}
