package org.gongkai.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.gongkai.access.AccessConnections;
import org.gongkai.command.CommandService;
import org.gongkai.log.Connections;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.standalone.Failed;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "prepare", mixinStandardHelpOptions = true,
		description = { "Make the databases of services on their own ready, or bring them to this version.",
				"为分开部署的服务建立或升级数据库。" },
		footer = { "", "May be run again at any time. The services then need neither the superuser's password nor the",
				"owner's." })
final class PrepareCommand implements Callable<Integer> {

	@Option(names = "--url", paramLabel = "JDBC", required = true,
			description = { "The product's database, which exists.", "业务数据库地址。" })
	String url = "";

	@Option(names = "--keys-url", paramLabel = "JDBC", required = true, description = {
			"The database of the keys of personal data; made on the same server if it is not there.", "密钥数据库地址。" })
	String keysUrl = "";

	@Option(names = "--superuser", paramLabel = "ROLE", defaultValue = "postgres",
			description = { "PostgreSQL's superuser (default: ${DEFAULT-VALUE}).", "数据库超级用户。" })
	String superuser = "";

	@Option(names = "--secrets", paramLabel = "DIR", required = true,
			description = { "Files named after the settings that they hold, and superuser-password.", "口令文件夹。" })
	Path secrets = Path.of("");

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		try {
			DataSource owner = as(this.url, this.superuser, "superuser-password");
			makeKeysDatabase(owner);
			LogDatabase.bootstrap(owner, new RolePasswords(secret("gongkai.command.migrate-password"),
					secret("gongkai.command.append-password"), secret("gongkai.query.read-password")));
			KeyDatabase.bootstrap(as(this.keysUrl, this.superuser, "superuser-password"),
					secret("gongkai.command.keys-password"), secret("gongkai.query.keys-password"));
			DataSource migrate = as(this.url, LogDatabase.MIGRATE, "gongkai.command.migrate-password");
			LogDatabase.migrate(migrate);
			AccessConnections.migrate(migrate);
			CommandService.migrate(migrate);
			KeyDatabase.migrate(as(this.keysUrl, KeyDatabase.KEEP, "gongkai.command.keys-password"));
		}
		catch (SQLException ex) {
			throw new Failed("the databases could not be made ready: " + ex.getMessage(), ex);
		}
		this.spec.commandLine().getOut().println("prepared 就绪: " + this.url);
		return GongkaiCommand.DONE;
	}

	private void makeKeysDatabase(DataSource owner) throws SQLException {
		PGSimpleDataSource named = new PGSimpleDataSource();
		named.setUrl(this.keysUrl);
		String name = String.valueOf(named.getDatabaseName());
		try (Connection connection = owner.getConnection();
				PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
			query.setString(1, name);
			try (ResultSet row = query.executeQuery(); Statement statement = connection.createStatement()) {
				if (!row.next()) {
					statement.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
				}
			}
		}
	}

	private DataSource as(String database, String role, String password) {
		return Connections.single(database, role, secret(password));
	}

	private String secret(String name) {
		Path file = this.secrets.resolve(name);
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new Failed("cannot read " + file + ": " + ex.getMessage(), ex);
		}
	}

}
