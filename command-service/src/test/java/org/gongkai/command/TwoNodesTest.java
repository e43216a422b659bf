package org.gongkai.command;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.gongkai.testing.MarkedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What another node does to the same record at the same moment; here it is a hand on the database.
@ExtendWith(OutputCaptureExtension.class)
class TwoNodesTest {

	@Test
	void an_application_that_another_node_records_at_the_same_moment_is_refused_and_named_in_no_log(
			CapturedOutput output) throws SQLException {
		try (CommandServer server = new CommandServer();
				Connection other = server.sql.getDataSource().getConnection();
				Statement statement = other.createStatement()) {
			server.post("register-agency",
					"{\"code\":\"430321\",\"name\":\"河口镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}");
			MarkedEvents.mark(server.sql.getDataSource(), "PeterNeumann");
			other.setAutoCommit(false);
			statement.execute(
					"""
							insert into log.events
							(stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, recorded_at)
							values ('application', '430321/1', 0, gen_random_uuid(), 'application.ApplicationReceived', '1',
							'{"applicationId":"430321/1","agency":"430321","applicationNo":"1","applicantKind":"business",
							"channel":"oral","submittedOn":"2024-07-01","receivedOn":"2024-07-01","historical":false,"personal":{}}',
							'{"actor":"别人"}', now())""");

			CompletableFuture<HttpResponse<String>> reply = CompletableFuture
				.supplyAsync(() -> server.post("receive-application", """
						{"agency":"430321","applicationNo":"1","applicantKind":"natural_person","channel":"in_person",
						"submittedOn":"2024-07-01","receivedOn":"2024-07-01","personal":{"name":"李不该见"}}"""));
			await().atMost(Duration.ofSeconds(60)).until(() -> Boolean.TRUE.equals(server.sql.queryForObject("""
					select exists(select from pg_stat_activity where datname = current_database()
					and wait_event_type = 'Lock' and query like '%insert into log.events%')""", Boolean.class)));
			other.commit();

			assertThat(reply.join().body()).contains("\"code\":\"application-exists\"").doesNotContain("李不该见");
			assertThat(reply.join().statusCode()).isEqualTo(422);
			assertThat(output).doesNotContain("李不该见");
		}
	}

}
