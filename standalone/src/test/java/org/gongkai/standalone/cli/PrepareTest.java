package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.gongkai.command.CommandServiceApplication;
import org.gongkai.query.QueryServiceApplication;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/// Databases that are made ready before the services start.
class PrepareTest {

	@TempDir
	Path secrets;

	@Test
	void services_start_on_prepared_databases_without_the_owner_s_password() throws IOException {
		try (TestDatabase database = TestDatabase.create()) {
			String keys = database.jdbcUrl() + "_keys";
			PGSimpleDataSource owner = (PGSimpleDataSource) database.superuser();
			give("superuser-password", String.valueOf(owner.getPassword()));
			give("gongkai.command.migrate-password", "m\n");
			give("gongkai.command.append-password", "a\n");
			give("gongkai.command.append-key", "5b".repeat(32) + "\n");
			give("gongkai.command.keys-password", "k\n");
			give("gongkai.command.signing-key",
					"PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n");
			give("gongkai.query.read-password", "r\n");
			give("gongkai.query.keys-password", "kr\n");

			assertThat(prepare(database.jdbcUrl(), keys, String.valueOf(owner.getUser())))
				.isEqualTo("0 prepared 就绪: " + database.jdbcUrl());
			// a new version finds its schemas there
			assertThat(prepare(database.jdbcUrl(), keys, String.valueOf(owner.getUser()))).startsWith("0 ");

			Files.delete(this.secrets.resolve("gongkai.command.migrate-password"));
			String masterKey = this.secrets.resolve("master").toString();
			Map<String, Object> settings = Map.of("spring.config.import", "configtree:" + this.secrets + "/",
					"gongkai.command.url", database.jdbcUrl(), "gongkai.command.keys-url", keys,
					"gongkai.command.master-key", masterKey, "gongkai.query.url", database.jdbcUrl(),
					"gongkai.query.keys-url", keys, "gongkai.query.master-key", masterKey);
			try (ConfigurableApplicationContext commands = run(CommandServiceApplication.class, settings);
					ConfigurableApplicationContext queries = run(QueryServiceApplication.class, settings)) {
				assertThat(commands.isRunning() && queries.isRunning()).isTrue();
			}
		}
	}

	@Test
	void a_secret_that_is_missing_is_named() {
		assertThat(prepare("jdbc:postgresql://127.0.0.1:1/none", "jdbc:postgresql://127.0.0.1:1/none", "postgres"))
			.startsWith("1 ")
			.contains("superuser-password");
	}

	private void give(String name, String secret) throws IOException {
		Files.writeString(this.secrets.resolve(name), secret);
	}

	private String prepare(String url, String keys, String superuser) {
		StringWriter said = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(said, true));
		line.setErr(new PrintWriter(said, true));
		int exit = line.execute("prepare", "--url", url, "--keys-url", keys, "--superuser", superuser, "--secrets",
				this.secrets.toString());
		return exit + " " + said.toString().strip();
	}

	private static ConfigurableApplicationContext run(Class<?> application, Map<String, Object> settings) {
		return new SpringApplicationBuilder(application)
			.properties(Map.of("server.port", "0", "spring.main.banner-mode", "off"))
			.properties(settings)
			.run();
	}

}
