package org.gongkai.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.gongkai.access.AccessConnections;
import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.LogStore;
import org.gongkai.log.LogWitness;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.Sequencer;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.SealingCipher;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestHttp;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.JsonNode;

/// The query-service over a fresh log that a test writes by itself. Today is 31 July 2024 in China.
public final class QueryServer implements AutoCloseable {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-31T02:00:00Z"), QueryService.OFFICE);

	private final TestDatabase database = TestDatabase.create();

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, Long> sequences = new HashMap<>();

	private final EventStorageEngine store;

	private final Sequencer sequencer;

	private final ConfigurableApplicationContext context;

	/// The keys of personal data.
	public final PersonalKeys keys;

	/// Everything the read role may see.
	public final JdbcTemplate sql;

	public QueryServer() {
		this(EventForms.PUBLISHED);
	}

	/// @param forms in which events are read and recorded
	public QueryServer(EventForms forms) {
		this(forms, "query.example/log");
	}

	/// @param origin of the log
	public QueryServer(EventForms forms, String origin) {
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		LogDatabase.migrate(this.database.as(LogDatabase.MIGRATE, "m"));
		KeyDatabase.bootstrap(this.database.superuser(), "k", "kr");
		DataSource keep = this.database.as(KeyDatabase.KEEP, "k");
		KeyDatabase.migrate(keep);
		Path masterKey = folder().resolve("master.key");
		this.keys = PersonalKeys.keeping(keep, masterKey, SealingCipher.AES_256_GCM);
		AccessConnections.migrate(this.database.as(LogDatabase.MIGRATE, "m"));
		DataSource append = this.database.as(LogDatabase.APPEND, "a");
		EventMac mac = EventMac.of(MarkedEvents.SECRET, origin, Hash.SHA_256);
		MarkedEvents.mark(this.database.superuser(), origin);
		this.store = LogStore.engine(append, new SpringTransactionManager(new DataSourceTransactionManager(append)),
				Clock.fixed(Instant.parse("2024-07-30T01:02:03Z"), ZoneOffset.UTC), this.keys, mac, forms);
		this.sequencer = new Sequencer(append,
				new LogIdentity(SigningKey.generate(origin, new SecureRandom()), Hash.SHA_256, mac).claim(append),
				new LogWitness(keep, origin), () -> {
				});
		this.sequencer.start();
		this.context = new SpringApplicationBuilder(QueryServiceApplication.class, July.class)
			.properties(Map.of("server.port", "0", "gongkai.access.operator-token", "operator", "gongkai.query.url",
					this.database.jdbcUrl(), "gongkai.query.read-password", "r", "gongkai.query.keys-url",
					this.database.jdbcUrl(), "gongkai.query.keys-password", "kr", "gongkai.query.master-key", masterKey,
					"spring.main.banner-mode", "off"))
			.initializers((GenericApplicationContext context) -> context.registerBean("testForms", EventForms.class,
					() -> forms))
			.run();
		this.sql = this.context.getBean("readTables", JdbcTemplate.class);
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("gongkai-test-");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static class July {

		@Bean
		Clock clock() {
			return CLOCK;
		}

	}

	/// A part of the running service.
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/// Records events in one transaction, each in its stream.
	public void record(Event... events) {
		List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
		for (Event event : events) {
			String stream = switch (event) {
				case ApplicationEvent e -> e.applicationId();
				case DisputeEvent e -> e.disputeId();
				case AgencyEvent e -> "agency:" + e.code();
				case CalendarAnnounced e -> "calendar:" + e.year();
				case InformationEvent e -> "information:" + e.informationId();
				case DocumentEvent e -> "document:" + e.documentId();
				case TallyEvent e -> "tally:" + e.tallyId();
				case FindingEvent e -> "finding:" + e.findingId();
				case ReportEvent e -> "report:" + e.reportId();
				default -> throw new IllegalArgumentException(event.toString());
			};
			long sequence = this.sequences.merge(stream, 0L, (last, _) -> last + 1);
			messages.add(new GenericDomainEventMessage<>("test", stream, sequence, event,
					Map.of("actor", "王科员", "via", "http")));
		}
		this.store.appendEvents(messages);
		this.sequencer.nudge();
	}

	/// Stores an event as another version of the product wrote it, in clear.
	public void recordAsWritten(String stream, String name, String revision, String payload) {
		new JdbcTemplate(this.database.as(LogDatabase.APPEND, "a")).update("""
				insert into log.events
				(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
				values (gen_random_uuid(), ?, ?, 'test', '2024-07-30T01:02:03Z'::timestamptz, ?, ?, ?::json, '{}')""",
				stream, this.sequences.merge(stream, 0L, (last, _) -> last + 1), name, revision, payload);
		this.sequencer.nudge();
	}

	/// An answer that shows everything recorded.
	public JsonNode get(String path) {
		HttpResponse<String> reply = call("GET", path + (path.contains("?") ? "&" : "?") + "fresh=true");
		return EventJson.mapper().readTree(reply.body());
	}

	public HttpResponse<String> call(String method, String path) {
		return send(method, path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	/// A call of nobody known.
	public HttpResponse<String> unknown(String path) {
		return TestHttp.send(this.client, HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build(),
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	/// A file.
	public HttpResponse<byte[]> bytes(String path) {
		return send("GET", path, HttpResponse.BodyHandlers.ofByteArray());
	}

	/// A search for words, which stand in no address; the answer shows everything
	/// recorded.
	public JsonNode search(String path, String form) {
		HttpResponse<String> reply = send("POST", path, "application/x-www-form-urlencoded",
				HttpRequest.BodyPublishers.ofString(form + "&fresh=true"),
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		return EventJson.mapper().readTree(reply.body());
	}

	/// A question that is too long for an address.
	public HttpResponse<String> post(String path, String json) {
		return send("POST", path, HttpRequest.BodyPublishers.ofString(json),
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> body) {
		return send(method, path, HttpRequest.BodyPublishers.noBody(), body);
	}

	private <T> HttpResponse<T> send(String method, String path, HttpRequest.BodyPublisher question,
			HttpResponse.BodyHandler<T> body) {
		return send(method, path, "application/json", question, body);
	}

	private <T> HttpResponse<T> send(String method, String path, String type, HttpRequest.BodyPublisher question,
			HttpResponse.BodyHandler<T> body) {
		return TestHttp.send(this.client,
				HttpRequest.newBuilder(address(path))
					.header("Content-Type", type)
					.header("Authorization", "Bearer operator")
					.method(method, question)
					.build(),
				body);
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path);
	}

	@Override
	public void close() {
		this.context.close();
		this.sequencer.stop();
		this.client.close();
		this.database.close();
	}

}
