package org.gongkai.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Forgetting people: when it is allowed, what goes, and what an office does when it was cut off in the middle.
class ErasureTest {

	private static final String ERASE = """
			{"applicationId":"P/1","erasedOn":"2024-07-31","ground":"retention_expired","reason":"保存期限届满"}""";

	private static final String REVIEW = "review:P/复1";

	private final CommandServer server = new CommandServer();

	@BeforeEach
	void anOfficeWithOneCase() {
		accepted("register-agency", """
				{"code":"P","name":"试点县","kind":"county","registeredOn":"2019-01-01"}""");
		accepted("receive-application", """
				{"agency":"P","applicationNo":"1","applicantKind":"natural_person","channel":"online",
				"submittedOn":"2024-03-01","receivedOn":"2024-03-01","personal":{"name":"钱钟铭","subject":"补偿方案"}}""");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void an_open_case_forgets_nobody() {
		refused("still-needed");
		assertThat(keys()).containsExactly("P/1");
	}

	@Test
	void a_case_with_a_pending_dispute_forgets_nobody() {
		decide();
		fileReview();

		refused("still-needed");
		assertThat(
				this.server.sql.queryForObject("select count(*) from log.events where name like '%Erased'", Long.class))
			.isZero();
		assertThat(keys()).containsExactly("P/1", REVIEW);
	}

	@Test
	void a_concluded_case_forgets_its_people_and_those_of_its_disputes() throws IOException {
		decide();
		fileReview();
		accepted("conclude-review", """
				{"disputeId":"review:P/复1","outcome":"upheld","concludedOn":"2024-05-20"}""");

		accepted("erase-applicant", ERASE);

		assertThat(keys()).isEmpty();
		assertThat(this.server.sql.queryForList(
				"select stream_id || ' ' || name from log.events where name like '%Erased' order by 1", String.class))
			.containsExactly("P/1 application.ApplicantErased", "review:P/复1 review.PartyErased");
		assertThat(Files.readString(this.server.folder.resolve("erasures.jsonl")))
			.isEqualTo("{\"stream\":\"P/1\"}\n{\"stream\":\"review:P/复1\"}\n");
		refused("already-erased");
	}

	@Test
	void what_was_forgotten_is_not_told_again() {
		decide();
		accepted("erase-applicant", ERASE);

		assertThat(this.server.post("rectify-record", """
				{"applicationId":"P/1","rectifiedOn":"2024-07-31","reason":"更正","personal":{"name":"钱钟铭"}}""").body())
			.contains("\"already-erased\"")
			.doesNotContain("钱钟铭");
		accepted("deliver-reply", """
				{"applicationId":"P/1","way":"post","deliveredOn":"2024-03-12"}""");
	}

	@Test
	void whoever_was_killed_before_the_key_was_destroyed_destroys_it_at_the_start() {
		decide();
		String wrapped = this.server.sql.queryForObject(
				"select encode(wrapped, 'hex') from keys.personal_keys where stream_id = 'P/1'", String.class);
		String master = this.server.sql.queryForObject("select master from keys.personal_keys where stream_id = 'P/1'",
				String.class);
		accepted("erase-applicant", ERASE);
		// as if the process had ended between the event and the key
		this.server.sql.update("""
				update keys.personal_keys set wrapped = decode(?, 'hex'), master = ?, destroyed_at = null
				where stream_id = 'P/1'""", wrapped, master);
		assertThat(keys()).containsExactly("P/1");

		this.server.restart();

		assertThat(keys()).isEmpty();
	}

	@Test
	void a_key_that_could_not_be_destroyed_for_a_full_or_broken_disk_is_destroyed_without_a_restart()
			throws IOException {
		decide();
		// no file can be written there
		Path list = Files.createDirectory(this.server.folder.resolve("erasures.jsonl"));
		assertThat(this.server.post("erase-applicant", ERASE).statusCode()).isGreaterThanOrEqualTo(500);
		assertThat(keys()).containsExactly("P/1");

		Files.delete(list);

		await().untilAsserted(() -> assertThat(keys()).isEmpty());
		assertThat(Files.readString(list)).isEqualTo("{\"stream\":\"P/1\"}\n");
	}

	@Test
	void an_older_copy_with_the_newer_list_forgets_again() throws IOException {
		decide();
		Files.writeString(this.server.folder.resolve("erasures.jsonl"), """
				{"stream":"P/1"}
				{"stream":"P/none"}
				{"stre""");

		this.server.restart();

		assertThat(keys()).isEmpty();
		assertThat(this.server.sql.queryForList("""
				select name || ' ' || (metadata ->> 'via') from log.events where name like '%Erased'""", String.class))
			.containsExactly("application.ApplicantErased erasure-list");
		assertThat(this.server.post("supply-reasons", """
				{"applicationId":"P/1","suppliedOn":"2024-03-02","personal":{"text":"钱钟铭"}}""").body())
			.contains("\"already-erased\"");
		assertThat(this.server.events()).isEqualTo(4);
	}

	@Test
	void a_dispute_about_no_application_forgets_its_party_when_it_is_decided() {
		accepted("file-lawsuit", """
				{"agency":"P","disputeNo":"行1","kind":"direct","against":"other","filedOn":"2024-04-01",
				"personal":{"party":"钱钟铭"}}""");
		String erase = """
				{"disputeId":"lawsuit:P/行1","erasedOn":"2024-07-31","ground":"other_law","reason":"依法删除"}""";
		assertThat(this.server.post("erase-party", erase).body()).contains("\"still-needed\"");
		accepted("conclude-lawsuit", """
				{"disputeId":"lawsuit:P/行1","outcome":"upheld","concludedOn":"2024-05-20"}""");

		accepted("erase-party", erase);

		assertThat(keys()).containsExactly("P/1");
		assertThat(this.server.post("erase-party", erase).body()).contains("\"already-erased\"");
	}

	@Test
	void what_was_recorded_in_clear_is_not_promised_to_be_forgotten() {
		decide();
		this.server.sql.execute("alter table log.events disable trigger all");
		this.server.sql.update("""
				update log.events set revision = '1', payload = '{"personal":{"name":"钱钟铭"}}' where stream_id = 'P/1'
				and sequence = 0""");

		refused("personal-in-clear");
	}

	private void decide() {
		accepted("decide-application", """
				{"applicationId":"P/1","outcome":"granted","decidedOn":"2024-03-11"}""");
	}

	private void fileReview() {
		accepted("file-review", """
				{"agency":"P","disputeNo":"复1","applicationId":"P/1","against":"reply","filedOn":"2024-04-01",
				"personal":{"party":"钱钟铭"}}""");
	}

	private List<String> keys() {
		return this.server.sql.queryForList(
				"select stream_id from keys.personal_keys where wrapped is not null order by 1", String.class);
	}

	private void accepted(String command, String json) {
		var answer = this.server.post(command, json);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	private void refused(String rule) {
		var answer = this.server.post("erase-applicant", ERASE);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("\"" + rule + "\"", "个人信息保护法第四十七条").doesNotContain("钱钟铭");
	}

}
