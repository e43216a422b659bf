package org.gongkai.query;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What a query-service tells of its tables.
class TableMetersTest {

	@Test
	void a_read_model_that_is_behind_is_told_and_a_new_node_is_not_ready_before_it_is_not() throws SQLException {
		try (QueryServer server = new QueryServer()) {
			DataSource read = Objects.requireNonNull(server.sql.getDataSource());
			try (Connection held = read.getConnection()) {
				held.setAutoCommit(false);
				held.createStatement().executeQuery("select from checkpoints where projection = 'agencies' for update");
				server
					.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, LocalDate.parse("2000-01-01")));
				await().atMost(30, TimeUnit.SECONDS)
					.untilAsserted(() -> assertThat(meters(server))
						.contains("gongkai_projection_lag{projection=\"agencies\"} 1.0")
						.contains("gongkai_projection_position{projection=\"agencies\"} 0.0")
						.contains("gongkai_tables_complete 0.0"));

				HttpResponse<String> ready = server.call("GET", "/management/health/readiness");
				assertThat(ready.statusCode()).isEqualTo(503);
				assertThat(ready.body()).contains("\"tables\":{\"status\":\"OUT_OF_SERVICE\"}");
				assertThat(server.call("GET", "/management/health/liveness").statusCode()).isEqualTo(200);
				held.rollback();
			}

			await().atMost(30, TimeUnit.SECONDS)
				.untilAsserted(() -> assertThat(server.call("GET", "/management/health/readiness").statusCode())
					.isEqualTo(200));
			assertThat(meters(server)).contains("gongkai_projection_lag{projection=\"agencies\"} 0.0")
				.contains("gongkai_tables_complete 1.0");
		}
	}

	private static String meters(QueryServer server) {
		return server.call("GET", "/management/prometheus").body();
	}

}
