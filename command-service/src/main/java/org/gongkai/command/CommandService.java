package org.gongkai.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.gongkai.access.AccessConnections;
import org.gongkai.access.AccessService;
import org.gongkai.access.Hierarchy;
import org.gongkai.access.Outbox;
import org.gongkai.access.Spellings;
import org.gongkai.access.Trusted;
import org.gongkai.command.agency.Agency;
import org.gongkai.command.agency.LoggedOffices;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.Application;
import org.gongkai.command.application.CaseRules;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.application.Rulings;
import org.gongkai.command.audit.Finding;
import org.gongkai.command.audit.Inspected;
import org.gongkai.command.audit.LoggedInspected;
import org.gongkai.command.audit.Witnesses;
import org.gongkai.command.calendar.LoggedCalendars;
import org.gongkai.command.calendar.Year;
import org.gongkai.command.disclosure.Document;
import org.gongkai.command.disclosure.Information;
import org.gongkai.command.disclosure.LoggedDisclosures;
import org.gongkai.command.disclosure.Tally;
import org.gongkai.command.integration.UploadFolder;
import org.gongkai.command.report.AnnualReport;
import org.gongkai.command.report.HttpNumbers;
import org.gongkai.command.report.LoggedReports;
import org.gongkai.command.report.Numbers;
import org.gongkai.command.report.PublishedReports;
import org.gongkai.command.report.Reports;
import org.gongkai.command.review.Dispute;
import org.gongkai.command.review.DisputeRules;
import org.gongkai.command.review.LoggedDisputes;
import org.gongkai.events.Metadata;
import org.gongkai.log.Connections;
import org.gongkai.log.DedicatedConnections;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.LogStore;
import org.gongkai.log.LogWitness;
import org.gongkai.log.Sequencer;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.SealingCipher;
import org.gongkai.log.proof.VerifierKey;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The command side, alone behind its own web server or beside the query side in one.
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import(AccessService.class)
@EnableConfigurationProperties(CommandSettings.class)
public class CommandService {

	/// The business day is the day in China, wherever the server stands.
	public static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

	private static final int KEY_CONNECTIONS = 4;

	@Bean
	@Fallback
	Clock commandClock() {
		return Clock.system(OFFICE);
	}

	/// Connections that may add events; only handed out once the tables stand.
	@Bean
	HikariDataSource appendDataSource(CommandSettings settings) {
		if (!settings.migratePassword().isEmpty()) {
			DataSource migrate = Connections.single(settings.url(), LogDatabase.MIGRATE, settings.migratePassword());
			LogDatabase.migrate(migrate);
			AccessConnections.migrate(migrate);
			migrate(migrate);
		}
		return Connections.pool("append", settings.url(), LogDatabase.APPEND, settings.appendPassword(),
				settings.connections());
	}

	/// For the leaders: the sequencer and the relay.
	/// @param append is there once the tables are
	@Bean
	DedicatedConnections dedicatedAppend(CommandSettings settings, @Qualifier("appendDataSource") DataSource append) {
		return new DedicatedConnections(
				Connections.single(settings.url(), LogDatabase.APPEND, settings.appendPassword()));
	}

	/// Brings the schema `command` to the present version.
	/// @param migrateRole connections as [LogDatabase#MIGRATE]
	public static void migrate(DataSource migrateRole) {
		Flyway.configure()
			.dataSource(migrateRole)
			.schemas("command")
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:org/gongkai/command/migration")
			.load()
			.migrate();
	}

	/// Connections to the keys of personal data; only handed out once their tables
	/// stand.
	@Bean
	HikariDataSource keysDataSource(CommandSettings settings) {
		HikariDataSource keys = Connections.pool("keys", settings.keysUrl(), KeyDatabase.KEEP, settings.keysPassword(),
				KEY_CONNECTIONS);
		KeyDatabase.migrate(keys);
		return keys;
	}

	/// The keys under which personal data is recorded.
	@Bean
	PersonalKeys personalKeys(@Qualifier("keysDataSource") DataSource keys, CommandSettings settings) {
		return PersonalKeys.keeping(keys, settings.masterKey(), SealingCipher.of(settings.cipher()));
	}

	/// Answers speak the JSON of the log, as those of the query side.
	@Bean
	JsonMapperBuilderCustomizer commandJson() {
		return EventJson::configure;
	}

	@Bean
	AccessConnections commandAccess(@Qualifier("appendDataSource") DataSource append) {
		return new AccessConnections(append);
	}

	/// What another node recorded a moment ago holds here at once.
	@Bean
	@Order(0)
	Hierarchy loggedHierarchy(Offices offices) {
		return (code) -> (offices.find(code) instanceof Office.Registered office) ? office.parent() : null;
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	AccessLedger accessLedger(Outbox outbox, @Qualifier("appendDataSource") DataSource append,
			@Qualifier("personalKeys") PersonalKeys keys, LogIdentity identity, Clock clock, Sequencer sequencer) {
		return new AccessLedger(outbox, append, keys, identity.mac(), clock, sequencer::nudge);
	}

	@Bean
	GroupedOpenApi commandsApi() {
		return GroupedOpenApi.builder()
			.group("commands")
			.displayName("Gongkai commands")
			.packagesToScan("org.gongkai.command")
			.addOpenApiCustomizer(new CommandOpenApi())
			.build();
	}

	@Bean
	JdbcTemplate commandTables(@Qualifier("appendDataSource") DataSource append) {
		return new JdbcTemplate(append);
	}

	@Bean
	LogIdentity logIdentity(CommandSettings settings) {
		return settings.identity();
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	Sequencer sequencer(@Qualifier("dedicatedAppend") DedicatedConnections append,
			@Qualifier("keysDataSource") DataSource keys, LogIdentity identity,
			@Qualifier("onPositions") ObjectProvider<Runnable> onPositions, MeterRegistry meters) {
		return new Sequencer(append.source(), identity.claim(append.source()),
				new LogWitness(keys, identity.key().name()), () -> onPositions.ifAvailable(Runnable::run),
				LogMeters.delay(meters)::record);
	}

	@Bean
	Witnesses witnesses(@Qualifier("commandTables") JdbcTemplate tables, CommandSettings settings) {
		return new Witnesses(tables, settings.witnesses().stream().map(VerifierKey::parse).toList());
	}

	@Bean(initMethod = "start", destroyMethod = "shutdown")
	org.axonframework.config.Configuration commandConfiguration(@Qualifier("appendDataSource") DataSource append,
			Clock clock, @Qualifier("personalKeys") PersonalKeys keys, LogIdentity identity, Numbers numbers) {
		SpringTransactionManager transactions = new SpringTransactionManager(new DataSourceTransactionManager(append));
		Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
			.configureSerializer((_) -> Jackson3Serializer.builder().build())
			.configureEventStore(
					(_) -> WitnessedEventStore.over(LogStore.engine(append, transactions, clock, keys, identity.mac())))
			.configureCorrelationDataProviders((_) -> List
				.<CorrelationDataProvider>of(new SimpleCorrelationDataProvider(Metadata.ACTOR, Metadata.ACCOUNT,
						Metadata.VIA, Metadata.IMPORT_FILE, Metadata.IMPORT_ROW, Metadata.REASON)))
			.registerComponent(Offices.class, (axon) -> new LoggedOffices(axon.eventStore()))
			.registerComponent(Rulings.class, (axon) -> new LoggedDisputes(axon.eventStore()))
			.registerComponent(CaseRules.class, (axon) -> new CaseRules(new LoggedCalendars(axon.eventStore())))
			.registerComponent(DisputeRules.class, (axon) -> disputeRules(axon.eventStore()))
			.registerComponent(Reports.class, (axon) -> new LoggedReports(axon.eventStore()))
			.registerComponent(Numbers.class, (_) -> numbers)
			.registerComponent(Inspected.class, (axon) -> new LoggedInspected(axon.eventStore()));
		return configurer.configureAggregate(aggregate(Application.class))
			.configureAggregate(aggregate(Dispute.class))
			.configureAggregate(aggregate(Agency.class))
			.configureAggregate(aggregate(Year.class))
			.configureAggregate(aggregate(Information.class))
			.configureAggregate(aggregate(Document.class))
			.configureAggregate(aggregate(Tally.class))
			.configureAggregate(aggregate(AnnualReport.class))
			.configureAggregate(aggregate(Finding.class))
			.buildConfiguration();
	}

	/// Every command says its stream: the framework's way of finding it looks through
	/// all fields and methods of a command each time one is given.
	private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
		return AggregateConfigurer.defaultConfiguration(type)
			.configureCommandTargetResolver((_) -> CommandService::target);
	}

	private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
		Object stream = ((Command) message.getPayload()).streamId();
		return new VersionedAggregateIdentifier(stream, null);
	}

	@Bean
	LoggedDisputes loggedDisputes(org.axonframework.config.Configuration commandConfiguration) {
		return new LoggedDisputes(commandConfiguration.eventStore());
	}

	private static DisputeRules disputeRules(EventStore store) {
		return new DisputeRules(new LoggedOffices(store), new LoggedCases(store), new LoggedDisputes(store),
				new LoggedCalendars(store));
	}

	@Bean
	Offices offices(org.axonframework.config.Configuration commandConfiguration) {
		return commandConfiguration.getComponent(Offices.class);
	}

	@Bean
	LoggedCases loggedCases(org.axonframework.config.Configuration commandConfiguration) {
		return new LoggedCases(commandConfiguration.eventStore());
	}

	@Bean
	LoggedDisclosures loggedDisclosures(org.axonframework.config.Configuration commandConfiguration) {
		return new LoggedDisclosures(commandConfiguration.eventStore());
	}

	@Bean
	@Fallback
	Numbers numbers(CommandSettings settings, Trusted trusted) {
		return new HttpNumbers(settings.queryUrl(), trusted.authorization());
	}

	@Bean
	@Order(1)
	Spellings spellingsOfLog(org.axonframework.config.Configuration commandConfiguration) {
		EventStore store = commandConfiguration.eventStore();
		return new Spellings((stream) -> store.lastSequenceNumberFor(stream).isPresent());
	}

	@Bean
	Commands commands(org.axonframework.config.Configuration commandConfiguration,
			@Qualifier("appendDataSource") DataSource append, JdbcTemplate commandTables, Clock clock,
			Sequencer sequencer, Numbers numbers, Erasures erasures, Hierarchy loggedHierarchy,
			@Qualifier("spellingsOfLog") Spellings spellings) {
		EventStore store = commandConfiguration.eventStore();
		CommandBus bus = commandConfiguration.commandBus();
		PublishedReports published = new PublishedReports(store, commandTables, numbers, new LoggedReports(store));
		return new Commands(bus, store, new SpringTransactionManager(new DataSourceTransactionManager(append)), clock,
				published, erasures, new Warrant(store, loggedHierarchy), sequencer::nudge, spellings);
	}

	/// Files that were left behind are removed before another is taken.
	@Bean
	UploadFolder uploadFolder(CommandSettings settings) {
		return new UploadFolder(settings.uploadFolder());
	}

	@Bean
	Erasures erasures(JdbcTemplate commandTables, LoggedDisputes disputes, @Qualifier("personalKeys") PersonalKeys keys,
			CommandSettings settings) {
		return new Erasures(commandTables, disputes, keys, new ErasureList(settings.erasures()));
	}

	@Bean
	ErasedAgain erasedAgain(Erasures erasures, Commands commands, Clock clock) {
		return new ErasedAgain(erasures, commands, clock);
	}

}
