package org.gongkai.log;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to a database of the product, in one of its roles.
public final class Connections {

	private Connections() {
	}

	/// Connections that are kept and used again. What PostgreSQL says of an error is
	/// shortened: it would tell what was to be stored, people's names included.
	/// @param name of the pool, for its log lines and meters
	/// @param most how many there are at once
	public static HikariDataSource pool(String name, String url, String role, String password, int most) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName(name);
		pool.setJdbcUrl(url);
		pool.setUsername(role);
		pool.setPassword(password);
		pool.addDataSourceProperty("logServerErrorDetail", "false");
		pool.setMaximumPoolSize(most);
		return pool;
	}

	/// A new connection each time, for what is done once.
	public static DataSource single(String url, String role, String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url);
		source.setUser(role);
		source.setPassword(password);
		return source;
	}

}
