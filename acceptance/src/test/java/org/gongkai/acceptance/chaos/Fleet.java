package org.gongkai.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.gongkai.access.AccessConnections;
import org.gongkai.command.CommandService;
import org.gongkai.command.CommandServiceApplication;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.query.QueryServiceApplication;
import org.gongkai.standalone.postgres.Postgres;
import org.gongkai.testing.TestBroker;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.awaitility.Awaitility.await;

/// The split deployment as processes of this machine: a durable PostgreSQL that is started again when it dies, a broker, two
/// nodes of each service, and a query-service elsewhere that is fed from the topic.
final class Fleet implements AutoCloseable {

	static final String TOKEN = "operator";

	/// The example of the C2SP specification: no secret.
	static final String APPEND_KEY = "5b".repeat(32);

	static final String SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	/// What a relay writes down when the broker has lost what it had acknowledged.
	static final String SENT_AGAIN = "it is sent again";

	private static final String ORIGIN = "PeterNeumann";

	private static final RolePasswords PASSWORDS = new RolePasswords("m", "a", "r");

	/// What a process leads, by the number of its lock.
	enum Lead {

		SEQUENCER(7305502), RELAY(7305503), REBUILD(7305506);

		private final int lock;

		Lead(int lock) {
			this.lock = lock;
		}

	}

	private final Path token;

	private final Postgres postgres;

	private final TestBroker broker = TestBroker.start();

	private final JdbcTemplate office;

	private final JdbcTemplate elsewhere;

	private final List<Node> commands;

	private final List<Node> queries;

	private final Node follower;

	/// @param folder an empty one
	Fleet(Path folder) {
		this.token = written(folder.resolve("operator.token"), TOKEN);
		this.postgres = Postgres.start(folder.resolve("postgresql"), folder.resolve("postgresql.log"),
				Path.of(System.getProperty("java.io.tmpdir"), "gongkai-chaos-programs"), "p", (lost) -> {
					throw lost;
				});
		// before the lines below nothing would end it with this process
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		this.office = new JdbcTemplate(admin(Postgres.DATABASE));
		this.office.execute("create database elsewhere");
		this.elsewhere = new JdbcTemplate(admin("elsewhere"));
		prepare();
		this.commands = IntStream.of(1, 2).mapToObj((number) -> command(folder, number)).toList();
		this.queries = IntStream.of(1, 2).mapToObj((number) -> query(folder, number)).toList();
		this.follower = follower(folder);
		nodes().forEach((node) -> node.start(Duration.ZERO));
		nodes().forEach(Node::awaitReady);
	}

	private void prepare() {
		LogDatabase.bootstrap(admin(Postgres.DATABASE), PASSWORDS);
		LogDatabase.bootstrap(admin("elsewhere"), PASSWORDS);
		KeyDatabase.bootstrap(admin(Postgres.KEYS), "k", "kr");
		DataSource migrate = this.postgres.as(LogDatabase.MIGRATE, PASSWORDS.migrate());
		LogDatabase.migrate(migrate);
		AccessConnections.migrate(migrate);
		CommandService.migrate(migrate);
		KeyDatabase.migrate(this.postgres.keysAs(KeyDatabase.KEEP, "k"));
	}

	private Node command(Path folder, int number) {
		String name = "command-" + number;
		return new Node(name, CommandServiceApplication.class, folder,
				Map.ofEntries(Map.entry("gongkai.command.url", this.postgres.url() + "?ApplicationName=" + name),
						Map.entry("gongkai.command.append-password", PASSWORDS.append()),
						Map.entry("gongkai.command.connections", "8"),
						Map.entry("gongkai.command.signing-key", SIGNING_KEY),
						Map.entry("gongkai.command.append-key", APPEND_KEY),
						Map.entry("gongkai.command.keys-url", this.postgres.keysUrl()),
						Map.entry("gongkai.command.keys-password", "k"),
						Map.entry("gongkai.command.master-key", masterKey(folder)),
						Map.entry("gongkai.command.uploads", folder.resolve(name).toString()),
						Map.entry("gongkai.stream.bootstrap-servers", this.broker.bootstrapServers())));
	}

	private Node query(Path folder, int number) {
		String name = "query-" + number;
		return new Node(name, QueryServiceApplication.class, folder,
				Map.of("gongkai.query.url", this.postgres.url() + "?ApplicationName=" + name,
						"gongkai.query.read-password", PASSWORDS.read(), "gongkai.query.connections", "6",
						"gongkai.query.keys-url", this.postgres.keysUrl(), "gongkai.query.keys-password", "kr",
						"gongkai.query.master-key", masterKey(folder)));
	}

	private Node follower(Path folder) {
		String follow = "gongkai.query.follow.";
		return new Node("follower", QueryServiceApplication.class, folder,
				Map.of("gongkai.query.url", address("elsewhere") + "?ApplicationName=follower",
						"gongkai.query.read-password", PASSWORDS.read(), "gongkai.query.connections", "6",
						follow + "migrate-password", PASSWORDS.migrate(), follow + "append-password",
						PASSWORDS.append(), follow + "retry", "2s", follow + "sources[0].origin", ORIGIN,
						follow + "sources[0].bootstrap-servers", this.broker.bootstrapServers()));
	}

	private static String masterKey(Path folder) {
		return written(folder.resolve("master.key"), "0123456789abcdef".repeat(4)).toString();
	}

	private static Path written(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The file with the operator's token.
	Path token() {
		return this.token;
	}

	List<Node> commands() {
		return this.commands;
	}

	/// Those on the office's own database.
	List<Node> queries() {
		return this.queries;
	}

	Node follower() {
		return this.follower;
	}

	/// All that have tables.
	List<Node> showing() {
		return Stream.concat(this.queries.stream(), Stream.of(this.follower)).toList();
	}

	List<Node> nodes() {
		return Stream.concat(this.commands.stream(), showing().stream()).toList();
	}

	TestBroker broker() {
		return this.broker;
	}

	/// The office's database, as its superuser.
	JdbcTemplate office() {
		return this.office;
	}

	/// The database of the query-service elsewhere, as its superuser.
	JdbcTemplate elsewhere() {
		return this.elsewhere;
	}

	/// The process of the database's server.
	long postmaster() {
		return this.postgres.pid();
	}

	/// The process of one session that a node has with the database.
	long session(Random chance) {
		List<Long> sessions = this.office.queryForList("""
				select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
				order by pid""", Long.class);
		return sessions.get(chance.nextInt(sessions.size()));
	}

	/// The node that leads, as the database sees it.
	Optional<Node> leader(Lead lead) {
		List<String> names = this.office.queryForList("""
				select a.application_name from pg_locks l join pg_stat_activity a using (pid)
				where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.classid = 0 and l.objid = ?
				and l.database = (select oid from pg_database where datname = current_database())""", String.class,
				lead.lock);
		return nodes().stream().filter((node) -> names.contains(node.name())).findFirst();
	}

	/// Waits for it.
	Node awaitLeader(Lead lead) {
		return await("somebody leads as " + lead).atMost(Duration.ofMinutes(1))
			.until(() -> leader(lead), Optional::isPresent)
			.orElseThrow();
	}

	/// Waits until the node that sends says that it cannot.
	void awaitStandingStream() {
		await("the relay says that it stands still").atMost(Duration.ofMinutes(1))
			.until(() -> this.commands.stream().anyMatch((node) -> Door.get(node, "/api/stream").has("error")));
	}

	/// Makes whole what was broken; what was lost stays lost.
	void repair() {
		nodes().forEach(Node::thaw);
		if (this.broker.alive()) {
			this.broker.thaw();
		}
		else {
			this.broker.restart();
		}
		nodes().stream().filter((node) -> !node.alive()).forEach((node) -> node.start(Duration.ZERO));
		nodes().forEach(Node::awaitReady);
	}

	@Override
	public void close() {
		if (this.follower != null) {
			nodes().forEach(Node::close);
		}
		this.broker.close();
		this.postgres.close();
	}

	private DataSource admin(String database) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(address(database));
		source.setUser(Postgres.ADMIN);
		source.setPassword("p");
		return source;
	}

	private String address(String database) {
		String office = this.postgres.url();
		return office.substring(0, office.lastIndexOf('/') + 1) + database;
	}

}
