package org.gongkai.standalone;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.gongkai.access.Accounts;
import org.gongkai.access.Caller;
import org.gongkai.events.access.Role;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.WrongMasterKey;
import org.gongkai.standalone.postgres.Postgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// One office at work: its folder, its database and both services behind one door.
public final class Office implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Office.class);

	private final DataFolder folder;

	private final Door door;

	private final String instance = UUID.randomUUID().toString();

	private final CompletableFuture<Failed> lost = new CompletableFuture<>();

	private final Thread whenKilled = new Thread(this::end, "office-end");

	/// Unpacking PostgreSQL and making its files takes one core as long as both services
	/// take
	/// the other to find out what they are made of.
	private @Nullable CompletableFuture<Postgres> database;

	private @Nullable ConfigurableApplicationContext services;

	private boolean ended;

	private Office(DataFolder folder, Door door) {
		this.folder = folder;
		this.door = door;
	}

	/// Where an office can be reached.
	///
	/// @param address of the network card; the loopback address keeps other machines out
	/// @param port 0 for any that is free
	/// @param tls what it shows of itself; null to speak in clear
	public record Door(InetAddress address, int port, @Nullable Tls tls) {

		/// Speaks in clear.
		public Door(InetAddress address, int port) {
			this(address, port, null);
		}

		/// By what a browser knows the office.
		///
		/// @param certificate PEM, with the chain
		/// @param key its private key, PEM
		public record Tls(Path certificate, Path key) {
		}

		/// Any free port, for this machine alone.
		public static Door anywhere() {
			return here(0);
		}

		/// A port for this machine alone.
		public static Door here(int port) {
			return new Door(InetAddress.getLoopbackAddress(), port);
		}

		/// Whether somebody else listens there.
		public boolean isTaken() {
			try (ServerSocket socket = new ServerSocket()) {
				socket.setReuseAddress(true);
				socket.bind(new InetSocketAddress(this.address, this.port));
				return false;
			}
			catch (IOException ex) {
				return true;
			}
		}

		private Failed taken() {
			return new Failed("port " + this.port + " on " + this.address.getHostAddress()
					+ " is in use by another program; choose another with --port N");
		}

	}

	/// Opens a folder and serves it.
	/// @param dir an existing Gongkai folder, an empty folder or one that is not there
	/// yet
	/// @throws Failed if the folder is open elsewhere or unusable, if the port is taken,
	/// or if the database does not
	/// start or would not keep what it acknowledges
	public static Office open(Path dir, Door door) {
		return started(new Office(DataFolder.open(dir), door));
	}

	private static Office started(Office office) {
		try {
			office.start();
			return office;
		}
		catch (RuntimeException ex) {
			office.close();
			throw ex;
		}
	}

	/// Opens a new office in a folder that is removed when it ends.
	public static Office openTemporary(Door door) {
		return started(new Office(DataFolder.openTemporary(), door));
	}

	/// Where the office answers.
	public URI url() {
		InetAddress address = this.door.address().isAnyLocalAddress() ? InetAddress.getLoopbackAddress()
				: this.door.address();
		String host = (address instanceof Inet6Address) ? "[" + address.getHostAddress() + "]"
				: address.getHostAddress();
		return URI.create(((this.door.tls() == null) ? "http://" : "https://") + host + ":" + port());
	}

	/// Where programs on this machine reach it: in clear, by the loopback address alone.
	private URI inner() {
		return (this.door.tls() == null) ? url()
				: URI.create("http://127.0.0.1:" + InnerDoor.port(Objects.requireNonNull(this.services)));
	}

	/// The folder it works on.
	public Path folder() {
		return this.folder.path();
	}

	/// By which the owner of the folder is known to it.
	public String operatorToken() {
		return this.folder.operatorToken();
	}

	/// Opens the first account of a new office, `admin`, whose holder opens the others.
	/// @return its one-time password; empty where there are accounts already
	public Optional<String> openAdministrator() {
		ConfigurableApplicationContext running = Objects.requireNonNull(this.services, "the office is open");
		Accounts accounts = running.getBean(Accounts.class);
		if (!accounts.isEmpty()) {
			return Optional.empty();
		}
		Caller owner = Caller.operator(System.getProperty("user.name"));
		String password = accounts.open("admin", "管理员", false, owner);
		accounts.grant("admin",
				new Accounts.Granted(Role.ADMINISTRATOR, null, true, LocalDate.now(running.getBean(Clock.class)), null),
				owner);
		return Optional.of(password);
	}

	/// The process number of its PostgreSQL.
	public long databasePid() {
		Postgres running = database();
		return (running != null) ? running.pid() : -1;
	}

	/// Waits until the office cannot go on. A signal ends the process before that.
	/// @throws Failed always, saying why it ended
	public int serveUntilStopped() {
		Failed reason = this.lost.join();
		close();
		throw reason;
	}

	/// Stops answering, then stops the database in order.
	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.whenKilled);
		}
		catch (IllegalStateException ex) {
			return; // the process is ending and the hook does the work
		}
		end();
	}

	private void start() {
		Runtime.getRuntime().addShutdownHook(this.whenKilled);
		if (this.door.port() != 0 && this.door.isTaken()) {
			throw this.door.taken();
		}
		Map<String, Object> wanted = this.folder.settings();
		Secrets secrets = this.folder.secrets();
		CompletableFuture<Postgres> starting = CompletableFuture.supplyAsync(() -> database(secrets),
				(task) -> Thread.ofPlatform().name("database").start(task));
		this.database = starting;
		this.services = services(starting, secrets, wanted);
		this.folder.note(new DataFolder.Serving(inner(), ProcessHandle.current().pid(), this.instance));
	}

	private Postgres database(Secrets secrets) {
		Postgres started = Postgres.start(this.folder.database(), this.folder.databaseLog(), programs(this.folder),
				secrets.admin(), this.lost::complete);
		try {
			LogDatabase.bootstrap(started.as(Postgres.ADMIN, secrets.admin()),
					new RolePasswords(secrets.migrate(), secrets.append(), secrets.read()));
			KeyDatabase.bootstrap(started.keysAs(Postgres.ADMIN, secrets.admin()), secrets.keys(), secrets.keyReader());
			started.requireDurable(started.keysAs(KeyDatabase.KEEP, secrets.keys()));
			requireMasterKey(started, secrets);
			started.requireDurable(started.as("gongkai_append", secrets.append()));
			started.requireDurable(started.as("gongkai_migrate", secrets.migrate()));
			return started;
		}
		catch (RuntimeException ex) {
			started.close();
			throw ex;
		}
	}

	/// The database as far as it could be started.
	private @Nullable Postgres database() {
		CompletableFuture<Postgres> starting = this.database;
		return (starting == null) ? null : starting.handle((started, _) -> started).join();
	}

	private void requireMasterKey(Postgres database, Secrets secrets) {
		try {
			PersonalKeys.reading(database.keysAs(KeyDatabase.READ, secrets.keyReader()), this.folder.masterKey());
		}
		catch (WrongMasterKey ex) {
			throw new Failed(String.valueOf(ex.getMessage()), ex);
		}
	}

	private ConfigurableApplicationContext services(CompletableFuture<Postgres> database, Secrets secrets,
			Map<String, Object> wanted) {
		SpringApplication application = new SpringApplication(OfficeServices.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		application.setRegisterShutdownHook(false); // the database must outlive the
													// services
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("office", settings(secrets))));
		// what this start was told in its environment goes before what stands in the
		// folder
		Map<String, Object> lasting = this.folder.settings();
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new MapPropertySource("folder", wanted)));
		// the first bean that is made may need the database
		application.addInitializers((context) -> context.addBeanFactoryPostProcessor((_) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("database", addresses(database.join())))));
		try {
			return application.run();
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof PortInUseException) {
					throw this.door.taken();
				}
				if (cause instanceof Failed failed) {
					throw failed;
				}
				if (cause instanceof BindException wrong) {
					throw new Failed("the setting " + wrong.getName() + " cannot be used: " + innermost(wrong), wrong);
				}
			}
			throw ex;
		}
	}

	private static String innermost(Throwable failure) {
		Throwable innermost = failure;
		while (innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		return String.valueOf(innermost.getMessage());
	}

	private static Map<String, Object> addresses(Postgres database) {
		return Map.of("gongkai.command.url", database.url(), "gongkai.query.url", database.url(),
				"gongkai.command.keys-url", database.keysUrl(), "gongkai.query.keys-url", database.keysUrl());
	}

	private Map<String, Object> settings(Secrets secrets) {
		Map<String, Object> settings = new HashMap<>();
		settings.put("server.address", this.door.address().getHostAddress());
		settings.put("server.port", this.door.port());
		Door.Tls tls = this.door.tls();
		if (tls != null) {
			settings.put("server.ssl.certificate", tls.certificate().toUri().toString());
			settings.put("server.ssl.certificate-private-key", tls.key().toUri().toString());
			settings.put("gongkai.office.inner-door", true);
		}
		settings.put("gongkai.office.instance", this.instance);
		settings.put("gongkai.office.folder", this.folder.path().toString());
		settings.put("gongkai.access.operator-token", this.folder.operatorToken());
		settings.put("gongkai.command.append-password", secrets.append());
		settings.put("gongkai.command.migrate-password", secrets.migrate());
		settings.put("gongkai.command.signing-key", String.valueOf(secrets.signingKey()));
		settings.put("gongkai.command.append-key", String.valueOf(secrets.appendKey()));
		settings.put("gongkai.query.read-password", secrets.read());
		settings.put("gongkai.command.keys-password", secrets.keys());
		settings.put("gongkai.command.master-key", this.folder.masterKey().toString());
		settings.put("gongkai.command.uploads", this.folder.uploads().toString());
		settings.put("gongkai.command.erasures", this.folder.erasures().toString());
		settings.put("gongkai.query.keys-password", secrets.keyReader());
		settings.put("gongkai.query.master-key", this.folder.masterKey().toString());
		return settings;
	}

	private int port() {
		return (this.services instanceof WebServerApplicationContext web && web.getWebServer() != null)
				? web.getWebServer().getPort() : this.door.port();
	}

	/// Where PostgreSQL's programs are unpacked once for all offices of a user; within
	/// the folder of data where the user has no home, as
	/// under a number without an account.
	static Path programs(DataFolder folder) {
		String cache = System.getenv("XDG_CACHE_HOME");
		Path home = Path.of(System.getProperty("user.home", ""));
		if (cache != null && Path.of(cache).isAbsolute()) {
			return Path.of(cache, "gongkai");
		}
		boolean usable = home.isAbsolute() && (Files.isWritable(home.resolve(".cache"))
				|| Files.isWritable(home) && !Files.exists(home.resolve(".cache")));
		return usable ? home.resolve(".cache").resolve("gongkai") : folder.programs();
	}

	private synchronized void end() {
		if (this.ended) {
			return;
		}
		this.ended = true;
		try (DataFolder _ = this.folder; Postgres _ = database()) {
			if (this.services != null) {
				this.services.close();
			}
		}
		catch (RuntimeException ex) {
			logger.error("the office did not end in order: {}", ex.getMessage(), ex);
		}
	}

}
