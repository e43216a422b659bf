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

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	void nothing_acknowledged_is_lost_when_the_jvm_or_postgresql_is_killed() {
		try (ShippedServer server = server(); Crowd crowd = crowd(server)) {
			for (int kill = 1; kill <= KILLS; kill++) {
				killWhileWriting(server, crowd, server::killJvm);
				killWhileWriting(server, crowd, server::killDatabase);
				System.out.println("kill " + kill + " of " + KILLS + " of JVM and of PostgreSQL: "
						+ crowd.acknowledged().size() + " acknowledged, none lost");
			}
		}
	}

	private static void killWhileWriting(ShippedServer server, Crowd crowd, Runnable kill) {
		Crowd.Writing writing = crowd.startWriting();
		int wanted = crowd.acknowledged().size() + COMMANDS_BEFORE;
		await().until(() -> crowd.acknowledged().size() >= wanted);
		kill.run();
		writing.end();
		if (server.isAlive()) {
			// without its database the server ends by itself
			server.awaitExit();
		}
		server.restart();
		assertThat(crowd.missing()).isEmpty();
		assertThat(crowd.counted()).isGreaterThanOrEqualTo(crowd.acknowledged().size());
	}

	private ShippedServer server(String... options) {
		return new ShippedServer(this.folder.resolve("office"), this.folder.resolve("server.log"), options);
	}

	private static Crowd crowd(ShippedServer server) {
		return new Crowd(server::url, server.operatorToken(), new Crowd.Size(0, 0, 0, WRITERS));
	}

}
