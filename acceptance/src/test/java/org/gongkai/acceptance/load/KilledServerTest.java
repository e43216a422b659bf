package org.gongkai.acceptance.load;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The shipped server is killed while 16 clients record cases: its JVM, its PostgreSQL, and its JVM at the memory limit. What was acknowledged
/// is there after the next start. `-Dgongkai.kills=10` repeats each kill ten times.
@Isolated("it waits for processes that need the machine to start")
class KilledServerTest {

	private static final int KILLS = Integer.getInteger("gongkai.kills", 1);

	private static final int WRITERS = 16;

	private static final int COMMANDS_BEFORE = 60;

	private static final int OUT_OF_MEMORY = 3;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	void nothing_acknowledged_is_lost_when_jvm_or_postgresql_is_killed_or_memory_runs_out() {
		try (ShippedServer server = server(); Crowd crowd = crowd(server)) {
			for (int kill = 1; kill <= KILLS; kill++) {
				killJvm(server, crowd);
				killDatabase(server, crowd);
				fillHeap(server, crowd);
				System.out.println("kill " + kill + " of " + KILLS + " of JVM, of PostgreSQL and by the memory limit: "
						+ crowd.acknowledged().size() + " acknowledged, none lost");
			}
		}
	}

	private static void killJvm(ShippedServer server, Crowd crowd) {
		Crowd.Writing writing = crowd.startWriting();
		awaitCommands(crowd);
		server.killJvm();
		writing.end();
		server.restart();
		assertNothingLost(crowd);
	}

	/// The server starts PostgreSQL again by itself.
	private static void killDatabase(ShippedServer server, Crowd crowd) {
		Crowd.Writing writing = crowd.startWriting();
		awaitCommands(crowd);
		server.killDatabase();
		awaitCommands(crowd);
		writing.end();
		assertThat(server.isAlive()).isTrue();
		assertNothingLost(crowd);
	}

	private void fillHeap(ShippedServer server, Crowd crowd) {
		Crowd.Writing writing = crowd.startWriting();
		awaitCommands(crowd);
		FilledHeap.of(server.pid(), this.folder);
		assertThat(server.awaitExit()).as("exit code of a JVM that is out of memory").isEqualTo(OUT_OF_MEMORY);
		writing.end();
		server.restart();
		assertNothingLost(crowd);
	}

	private static void awaitCommands(Crowd crowd) {
		int wanted = crowd.acknowledged().size() + COMMANDS_BEFORE;
		await("commands are acknowledged").until(() -> crowd.acknowledged().size() >= wanted);
	}

	private static void assertNothingLost(Crowd crowd) {
		assertThat(crowd.missing()).isEmpty();
		// a command whose answer was lost may have been recorded
		assertThat(crowd.counted()).isGreaterThanOrEqualTo(crowd.acknowledged().size());
	}

	private ShippedServer server(String... options) {
		return new ShippedServer(this.folder.resolve("office"), this.folder.resolve("server.log"), options);
	}

	private static Crowd crowd(ShippedServer server) {
		return new Crowd(server::url, server.operatorToken(), new Crowd.Size(0, 0, 0, WRITERS));
	}

}
