package org.gongkai.access;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/// Connections of one service to the schema `access`, handed out once its tables stand.
///
/// @param source as `gongkai_append` or `gongkai_read`
public record AccessConnections(DataSource source) {

	/// Brings the schema to the present version.
	/// @param migrateRole connections as `gongkai_migrate`
	public static void migrate(DataSource migrateRole) {
		Flyway.configure()
			.dataSource(migrateRole)
			.schemas("access")
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:org/gongkai/access/migration")
			.load()
			.migrate();
	}

}
