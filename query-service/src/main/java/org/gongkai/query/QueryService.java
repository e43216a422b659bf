package org.gongkai.query;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.MultipartConfigElement;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.gongkai.access.AccessConnections;
import org.gongkai.access.AccessService;
import org.gongkai.access.Hierarchy;
import org.gongkai.access.Trusted;
import org.gongkai.access.Spellings;
import org.gongkai.log.Connections;
import org.gongkai.log.DedicatedConnections;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.JdbcLogReader;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.LogProofs;
import org.gongkai.log.LogReader;
import org.gongkai.log.PositionSource;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.integration.FollowSettings;
import org.gongkai.query.integration.Following;
import org.postgresql.ds.PGSimpleDataSource;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The query side, alone behind its own web server or beside the command side in one.
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import(AccessService.class)
@EnableConfigurationProperties({ QuerySettings.class, FollowSettings.class })
public class QueryService {

	/// A key is asked for and given back at once.
	private static final int KEY_CONNECTIONS = 4;

	/// Today is the day in China, wherever the server stands.
	public static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

	/// Longest file that the console takes, in bytes.
	private static final int LARGEST_FILE = 64 << 20;

	@Bean
	@Fallback
	Clock queryClock() {
		return Clock.system(OFFICE);
	}

	/// Connections that may read the log and own the read tables; only handed out once
	/// the tables stand.
	@Bean
	HikariDataSource readDataSource(QuerySettings settings, FollowSettings follow) {
		if (follow.on()) {
			// a log that is received has no write side that would make the tables
			DataSource migrate = Connections.single(settings.url(), LogDatabase.MIGRATE, follow.migratePassword());
			LogDatabase.migrate(migrate);
			AccessConnections.migrate(migrate);
		}
		Flyway.configure()
			// a migration may take longer than a query may
			.dataSource(Connections.single(settings.url(), LogDatabase.READ, settings.readPassword()))
			.schemas("read")
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:org/gongkai/query/migration")
			.load()
			.migrate();
		HikariDataSource read = Connections.pool("read", settings.url(), LogDatabase.READ, settings.readPassword(),
				settings.connections());
		read.setSchema("read");
		return read;
	}

	/// For rebuilds and verification.
	/// @param read is there once the tables are
	@Bean
	DedicatedConnections dedicatedRead(QuerySettings settings, @Qualifier("readDataSource") DataSource read) {
		PGSimpleDataSource source = Connections.single(settings.url(), LogDatabase.READ, settings.readPassword());
		source.setCurrentSchema("read");
		return new DedicatedConnections(source);
	}

	/// Connections that may read the keys of personal data.
	@Bean
	@Conditional(FedBy.ItsLog.class)
	HikariDataSource keyReaderDataSource(QuerySettings settings) {
		return Connections.pool("key-reader", settings.keysUrl(), KeyDatabase.READ, settings.keysPassword(),
				KEY_CONNECTIONS);
	}

	/// The keys by which personal data is read; nothing personal comes by a topic.
	@Bean
	PersonalKeys keysForReading(@Qualifier("keyReaderDataSource") ObjectProvider<DataSource> keys,
			QuerySettings settings, FollowSettings follow) {
		return follow.on() ? PersonalKeys.none() : PersonalKeys.reading(keys.getObject(),
				Objects.requireNonNull(settings.masterKey(), "gongkai.query.master-key is not set"));
	}

	@Bean
	AccessConnections queryAccess(@Qualifier("readDataSource") DataSource read,
			@Qualifier("accountsDataSource") ObjectProvider<DataSource> accounts) {
		return new AccessConnections(accounts.getIfAvailable(() -> read));
	}

	/// Connections to the accounts, if they are in another database.
	@Bean
	@ConditionalOnExpression("!'${gongkai.query.accounts-url:}'.isBlank()")
	HikariDataSource accountsDataSource(QuerySettings settings) {
		return Connections.pool("accounts", settings.accountsUrl(), LogDatabase.READ, settings.accountsPassword(),
				KEY_CONNECTIONS);
	}

	/// Connections that may add what is received.
	@Bean
	@Conditional(FedBy.Topics.class)
	HikariDataSource receivedDataSource(FollowSettings follow, QuerySettings settings) {
		return Connections.pool("received", settings.url(), LogDatabase.APPEND, follow.appendPassword(),
				follow.sources().size() + 2);
	}

	/// The topics that the log is received from.
	@Bean(initMethod = "start", destroyMethod = "stop")
	@Conditional(FedBy.Topics.class)
	Following following(FollowSettings follow, QuerySettings settings,
			@Qualifier("receivedDataSource") DataSource append, @Qualifier("readTables") JdbcTemplate tables,
			PositionSource source, EventForms forms) {
		if (!settings.commandUrl().isBlank()) {
			throw new IllegalStateException(
					"gongkai.query.command-url: a console that shows what other offices record takes no commands");
		}
		return new Following(follow, append,
				Connections.single(settings.url(), LogDatabase.APPEND, follow.appendPassword()), forms, tables, source);
	}

	@Bean
	@Conditional(FedBy.ItsLog.class)
	Completeness ownLog() {
		return new Completeness.OwnLog();
	}

	@Bean
	@Order(1)
	Hierarchy shownHierarchy(Agencies agencies) {
		return (code) -> agencies.find(code).map(Agencies.Agency::parent).orElse(null);
	}

	/// Answers speak the JSON of the log: enums in lower case, absent values left out.
	@Bean
	JsonMapperBuilderCustomizer queryJson() {
		return EventJson::configure;
	}

	/// Conditions in an address are written as on the wire: `natural_person`.
	@Bean
	WebMvcConfigurer queryParameters() {
		return new WebMvcConfigurer() {
			@Override
			public void addFormatters(FormatterRegistry registry) {
				registry.addConverterFactory(new WireNames());
			}
		};
	}

	/// Files for import; the write side judges their length, which may be less.
	@Bean
	MultipartConfigElement largeFiles() {
		return new MultipartConfigElement("", LARGEST_FILE, LARGEST_FILE, 0);
	}

	@Bean
	GroupedOpenApi queriesApi() {
		return GroupedOpenApi.builder()
			.group("queries")
			.displayName("Gongkai queries")
			.packagesToScan("org.gongkai.query")
			.pathsToMatch("/api/**")
			.addOpenApiCustomizer(new QueryOpenApi())
			.build();
	}

	@Bean
	JdbcTemplate readTables(@Qualifier("readDataSource") DataSource read) {
		return new JdbcTemplate(read);
	}

	/// The forms in which events were ever written.
	@Bean
	@Fallback
	EventForms eventForms() {
		return EventForms.PUBLISHED;
	}

	@Bean
	LogReader logReader(@Qualifier("readDataSource") DataSource read, @Qualifier("keysForReading") PersonalKeys keys,
			EventForms forms) {
		return JdbcLogReader.opening(read, keys, forms);
	}

	@Bean
	@Order(2)
	Spellings spellingsOfCopy(LogReader log) {
		return new Spellings((stream) -> !log.impersonal().stream(stream).isEmpty());
	}

	@Bean
	LogProofs logProofs(@Qualifier("readDataSource") DataSource read) {
		return new LogProofs(read);
	}

	@Bean
	PositionSource positionSource(LogReader logReader) {
		return new PositionSource(logReader);
	}

	@Bean
	@ConditionalOnExpression("!'${gongkai.query.command-url:}'.isBlank()")
	HttpCommandClient httpCommandClient(QuerySettings settings, Trusted trusted) {
		return new HttpCommandClient(settings.commandUrl(), trusted.authorization());
	}

	/// Called by a sequencer in the same process.
	@Bean
	Runnable onPositions(PositionSource positionSource) {
		return positionSource::nudge;
	}

	@Bean
	Checkpoints checkpoints(@Qualifier("readTables") JdbcTemplate tables) {
		return new Checkpoints(tables);
	}

	@Bean
	Writer writer(@Qualifier("keysForReading") PersonalKeys keys) {
		return new Writer(keys);
	}

	@Bean
	PersonalCells personalCells(@Qualifier("keysForReading") PersonalKeys keys) {
		return new PersonalCells(keys);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	Follower follower(PositionSource source, LogReader log, List<Projection> projections,
			@Qualifier("readTables") JdbcTemplate tables, Writer writer, Checkpoints checkpoints,
			@Qualifier("readDataSource") DataSource read) {
		return new Follower(source, log, sorted(projections), tables, writer, checkpoints,
				new SpringTransactionManager(new DataSourceTransactionManager(read)));
	}

	@Bean
	Rebuilds rebuilds(@Qualifier("readTables") JdbcTemplate tables, @Qualifier("readDataSource") DataSource read) {
		return new Rebuilds(tables, new TransactionTemplate(new DataSourceTransactionManager(read)));
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	Rebuilder rebuilder(LogReader log, List<Projection> projections, @Qualifier("readTables") JdbcTemplate tables,
			Writer writer, Checkpoints checkpoints, @Qualifier("readDataSource") DataSource read, Rebuilds rebuilds,
			@Qualifier("dedicatedRead") DedicatedConnections dedicated, @Qualifier("keysForReading") PersonalKeys keys,
			EventForms forms) {
		Rebuild rebuild = new Rebuild(log, JdbcLogReader.opening(dedicated.source(), keys, forms), dedicated.source(),
				read, tables, writer, checkpoints, new TransactionTemplate(new DataSourceTransactionManager(read)));
		return new Rebuilder(dedicated.source(), rebuilds, rebuild, projections);
	}

	@Bean
	ReadModels readModels(LogReader log, List<Projection> projections, Checkpoints checkpoints, Rebuilds rebuilds,
			Rebuilder rebuilder) {
		return new ReadModels(log, sorted(projections), checkpoints, rebuilds, rebuilder);
	}

	/// By its name it stands in the answer of health.
	@Bean
	TableMeters tables(LogReader log, ReadModels models, List<Projection> projections) {
		return new TableMeters(log, models, sorted(projections));
	}

	/// One order for all, so that two nodes lock the checkpoints alike.
	private static List<Projection> sorted(List<Projection> projections) {
		return projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
	}

}
