package org.gongkai.log;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to a database of the product, in one of its roles.
public final class Connections {

	private static final Duration WAIT = Duration.ofSeconds(2);

	/// For the first connection of a start.
	private static final Duration FIRST = Duration.ofSeconds(10);

	private static final String CONNECT_SECONDS = "2";

	private static final String SILENCE_SECONDS = "60";

	private Connections() {
	}

	/// Connections that are kept and used again. What PostgreSQL says of an error is
	/// shortened: it would tell what was to be stored, people's names included.
	/// A request that gets no connection within two seconds fails: it must not hold its
	/// caller for longer. A connection whose
	/// server has been silent for a minute is closed.
	/// @param name of the pool, for its log lines and meters
	/// @param most how many there are at once
	public static HikariDataSource pool(String name, String url, String role, String password, int most) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName(name);
		pool.setJdbcUrl(url);
		pool.setUsername(role);
		pool.setPassword(password);
		pool.addDataSourceProperty("logServerErrorDetail", "false");
		pool.addDataSourceProperty("tcpKeepAlive", "true");
		pool.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
		pool.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
		pool.setMaximumPoolSize(most);
		pool.setConnectionTimeout(WAIT.toMillis());
		pool.setValidationTimeout(WAIT.dividedBy(2).toMillis());
		pool.setInitializationFailTimeout(FIRST.toMillis());
		return pool;
	}

	/// A new connection each time, for what is done once.
	public static PGSimpleDataSource single(String url, String role, String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url);
		source.setUser(role);
		source.setPassword(password);
		source.setLogServerErrorDetail(false);
		return source;
	}

}
