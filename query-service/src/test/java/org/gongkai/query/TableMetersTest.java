package org.gongkai.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.log.DedicatedConnections;
import org.gongkai.log.LogReader;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What a query-service tells of its tables.
class TableMetersTest {

	@Test
	void lag_is_measured_and_only_a_node_that_started_behind_is_not_ready() throws SQLException {
		try (QueryServer server = new QueryServer()) {
			try (Connection held = server.bean(DedicatedConnections.class).source().getConnection()) {
				held.setAutoCommit(false);
				held.createStatement().executeQuery("select from checkpoints where projection = 'agencies' for update");
				server
					.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, LocalDate.parse("2000-01-01")));
				await().untilAsserted(
						() -> assertThat(meters(server)).contains("gongkai_projection_lag{projection=\"agencies\"} 1.0")
							.contains("gongkai_projection_position{projection=\"agencies\"} 0.0")
							.contains("gongkai_tables_complete 0.0"));

				assertThat(server.call("GET", "/management/health/readiness").statusCode())
					.as("a node that follows is ready, though an event was recorded a moment ago")
					.isEqualTo(200);
				TableMeters startedNow = new TableMeters(server.bean(LogReader.class), server.bean(ReadModels.class),
						List.of());
				assertThat(startedNow.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
				held.rollback();
				await().untilAsserted(() -> assertThat(startedNow.health().getStatus()).isEqualTo(Status.UP));
			}

			assertThat(meters(server)).contains("gongkai_projection_lag{projection=\"agencies\"} 0.0")
				.contains("gongkai_tables_complete 1.0");
		}
	}

	private static String meters(QueryServer server) {
		return server.call("GET", "/management/prometheus").body();
	}

}
