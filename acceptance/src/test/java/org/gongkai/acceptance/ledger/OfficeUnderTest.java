package org.gongkai.acceptance.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.gongkai.command.CommandService;
import org.gongkai.command.Commands;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.query.QueryService;
import org.gongkai.query.ReadModels;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.query.report.Reports;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// Both services on one fresh database, entered by the doors that their own interfaces use. Today is 31 July 2024.
final class OfficeUnderTest implements AutoCloseable {

	/// The example of the C2SP specification: no secret.
	private static final String SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	static final LocalDate TODAY = LocalDate.parse("2024-07-31");

	private final TestDatabase database = TestDatabase.create();

	private final ConfigurableApplicationContext services;

	private final JdbcTemplate superuser = new JdbcTemplate(this.database.superuser());

	/// @param settings further ones
	OfficeUnderTest(String... settings) {
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		KeyDatabase.bootstrap(this.database.superuser(), "k", "kr");
		Path masterKey = folder().resolve("master.key");
		this.services = new SpringApplicationBuilder(BothServices.class)
			.properties("server.port=0", "gongkai.access.operator-token=operator",
					"gongkai.command.url=" + this.database.jdbcUrl(), "gongkai.command.migrate-password=m",
					"gongkai.command.append-password=a", "gongkai.command.signing-key=" + SIGNING_KEY,
					"gongkai.command.append-key=" + MarkedEvents.SECRET,
					"gongkai.command.keys-url=" + this.database.jdbcUrl(), "gongkai.command.keys-password=k",
					"gongkai.command.master-key=" + masterKey, "gongkai.query.url=" + this.database.jdbcUrl(),
					"gongkai.query.read-password=r", "gongkai.query.keys-url=" + this.database.jdbcUrl(),
					"gongkai.query.keys-password=kr", "gongkai.query.master-key=" + masterKey,
					"spring.main.banner-mode=off")
			.properties(settings)
			.run();
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("gongkai-test-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class })
	@Import({ CommandService.class, QueryService.class })
	static class BothServices {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2024-07-31T02:00:00Z"), CommandService.OFFICE);
		}

	}

	Commands commands() {
		return this.services.getBean(Commands.class);
	}

	Reports reports() {
		return this.services.getBean(Reports.class);
	}

	ReadModels models() {
		return this.services.getBean(ReadModels.class);
	}

	JdbcTemplate tables() {
		return this.services.getBean("readTables", JdbcTemplate.class);
	}

	JdbcTemplate log() {
		return this.superuser;
	}

	/// Whether a day is a working day by the notices on record.
	boolean works(LocalDate day) {
		return this.services.getBean(Calendars.class).current().isWorkingDay(day);
	}

	/// A report as a file of this format, read again.
	PrintedReport printed(String agency, int year, String format) {
		URI address = URI.create("http://127.0.0.1:" + this.services.getEnvironment().getProperty("local.server.port")
				+ "/api/reports/" + agency + "/" + year + "?format=" + format);
		try {
			Path file = Files.createTempFile("report", "." + format);
			URLConnection connection = address.toURL().openConnection();
			connection.setRequestProperty("Authorization", "Bearer operator");
			try (InputStream in = connection.getInputStream()) {
				Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
				return PrintedReport.read(file);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// What the office answers over HTTP.
	JsonNode get(String path) {
		URI address = URI
			.create("http://127.0.0.1:" + this.services.getEnvironment().getProperty("local.server.port") + path);
		try {
			URLConnection connection = address.toURL().openConnection();
			connection.setRequestProperty("Authorization", "Bearer operator");
			try (InputStream in = connection.getInputStream()) {
				return EventJson.mapper().readTree(in.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// How many events are recorded.
	long events() {
		Long count = this.superuser.queryForObject("select count(*) from log.events", Long.class);
		return (count == null) ? 0 : count;
	}

	/// Every row of every read table, as text in the order of the text.
	Map<String, List<String>> readTables() {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : this.superuser.queryForList("""
				select tablename from pg_tables where schemaname = 'read'
				and tablename not in ('checkpoints', 'rebuilds', 'rebuild_parts', 'schema_history')""", String.class)) {
			rows.put(table,
					this.superuser.queryForList("select t::text from read." + table + " t order by 1", String.class));
		}
		return rows;
	}

	@Override
	public void close() {
		this.services.close();
		this.database.close();
	}

}
