package org.gongkai.acceptance.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

/// What stands in the read tables of a database.
public final class ReadTables {

	/// The columns that hold what is personal, and nothing where it never came.
	private static final String PERSONAL = "applicant_name|subject|party|working_title|words";

	private ReadTables() {
	}

	/// Every row of every read table without what is personal, as text.
	public static Map<String, List<String>> impersonal(JdbcTemplate sql) {
		Map<String, List<String>> tables = new TreeMap<>();
		for (String table : sql.queryForList("""
				select tablename from pg_tables where schemaname = 'read'
				and tablename not in ('checkpoints', 'rebuilds', 'rebuild_parts', 'schema_history')""", String.class)) {
			List<String> columns = sql
				.queryForList("select column_name from information_schema.columns where table_schema = 'read' "
						+ "and table_name = ? order by 1", String.class, table)
				.stream()
				.filter((column) -> !column.matches(PERSONAL))
				.toList();
			tables.put(table,
					sql.queryForList(
							"select row(" + String.join(", ", columns) + ")::text from read." + table + " order by 1",
							String.class));
		}
		return tables;
	}

}
