package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Decides which PostgreSQL the tests of a JVM run on: a container where a Docker engine answers and has the image
/// already, else the binaries of the same major version.
///
/// @param url JDBC address of the server's first database
/// @param user superuser
/// @param password its password
record TestServer(String url, String user, String password) {

	private static final String IMAGE = "postgres:18";

	/// Nothing is recovered from a test's server.
	private static final Map<String, String> SETTINGS = Map.of("max_connections", "200", "fsync", "off",
			"full_page_writes", "off", "synchronous_commit", "off");

	static final TestServer SHARED = start();

	private static TestServer start() {
		return engineHas(IMAGE) ? container() : binaries();
	}

	/// Whether a Docker engine answers and has the image.
	static boolean engineHas(String image) {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return false;
		}
		try {
			DockerClientFactory.instance().client().inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private static TestServer container() {
		PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
		String settings = SETTINGS.entrySet()
			.stream()
			.map((setting) -> " -c " + setting.getKey() + "=" + setting.getValue())
			.collect(Collectors.joining());
		container.setCommand("postgres" + settings);
		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return new TestServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

	private static TestServer binaries() {
		try {
			// the builder stops the server at the JVM's end
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
			SETTINGS.forEach(builder::setServerConfig);
			EmbeddedPostgres server = builder.start();
			return new TestServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no PostgreSQL could be started", ex);
		}
	}

}
