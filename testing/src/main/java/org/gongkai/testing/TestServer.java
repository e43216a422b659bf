package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// The PostgreSQL that the tests of a JVM share: a container, or the binaries of the same major version.
///
/// @param url JDBC address of the server's first database
/// @param user superuser
/// @param password its password
record TestServer(String url, String user, String password) {

	/// Nothing is recovered from a test's server.
	private static final Map<String, String> SETTINGS = Map.of("max_connections", "200", "fsync", "off",
			"full_page_writes", "off", "synchronous_commit", "off");

	static final TestServer SHARED = EngineImage.find("GONGKAI_TEST_POSTGRES_IMAGE", "postgres:18")
		.map(TestServer::container)
		.orElseGet(TestServer::binaries);

	private static TestServer container(DockerImageName image) {
		PostgreSQLContainer container = new PostgreSQLContainer(image);
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
