package org.gongkai.acceptance.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The machine of the office goes down in the middle of an import.
class KilledImportTest {

	private static final String REGISTER = "/registers/shanghai_go_2019.csv";

	private static final String AGENCY = "310000-bg";

	private static final int ROWS = 877;

	@TempDir
	Path dir;

	@Test
	void after_office_and_database_were_killed_the_same_import_loses_nothing_and_repeats_nothing() throws Exception {
		Path data = this.dir.resolve("office");
		FolderCalls office = new FolderCalls(data, this.dir);
		String register = Brought.file(REGISTER, UnaryOperator.identity(), this.dir).toString();
		Answer agencies = office.run("agencies", "import",
				Brought.file("/registers/agencies.csv", UnaryOperator.identity(), this.dir).toString());
		assertThat(agencies.exit()).as(agencies.out() + agencies.err()).isZero();
		FolderCalls.Started first = office.start("import", register);
		await().atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> Files.readString(first.err()).lines().count() >= 3);

		List<ProcessHandle> database = database(data);
		first.process().destroyForcibly().waitFor();
		database.forEach(ProcessHandle::destroyForcibly);
		await().atMost(Duration.ofMinutes(1)).until(() -> database.stream().noneMatch(ProcessHandle::isAlive));

		JsonNode again = office.run("import", register, "--json").json();
		assertThat(again.path("refused").asInt(-1)).isZero();
		assertThat(again.path("unchanged").asInt()).isPositive().isLessThan(ROWS);
		assertThat(again.path("recorded").asInt() + again.path("unchanged").asInt()).isEqualTo(ROWS);
		for (Published published : Published.all()) {
			if (published.agency().equals(AGENCY)) {
				published.assertPrinted(Published.tableThree(office
					.run("report", "--agency", AGENCY, "--year", String.valueOf(published.year()), "--format", "json")
					.json()));
			}
		}
	}

	/// The database's server and all its sessions.
	private static List<ProcessHandle> database(Path data) throws IOException {
		long server = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst().strip());
		ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
		return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
	}

}
