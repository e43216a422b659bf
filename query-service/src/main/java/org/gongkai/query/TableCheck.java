package org.gongkai.query;

import java.util.ArrayList;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.gongkai.log.JdbcLogReader;
import org.gongkai.log.LogReader;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.verify.Fault;
import org.gongkai.log.verify.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether the read tables follow from the log: each is made anew beside itself, up to the position it claims, and compared
/// cell by cell. Needs a database and no services.
public final class TableCheck {

	/// A read model that is further behind was not just about to catch up.
	private static final long BEHIND = 5_000;

	private final LogReader log;

	private final JdbcTemplate sql;

	private static final Logger LOGGER = LoggerFactory.getLogger(TableCheck.class);

	private final Checkpoints checkpoints;

	private final Rebuild rebuild;

	/// @param read connections of the reading role, in its schema, outside of any pool
	/// @param keys seal what is personal in the tables
	public TableCheck(DataSource read, PersonalKeys keys) {
		this.log = JdbcLogReader.opening(read, keys);
		this.sql = new JdbcTemplate(read);
		this.checkpoints = new Checkpoints(this.sql);
		this.rebuild = new Rebuild(this.log, this.log, read, read, this.sql, new Writer(keys), this.checkpoints,
				new TransactionTemplate(new DataSourceTransactionManager(read)));
	}

	/// What is wrong, for each read model and table.
	public List<Finding> run() {
		List<Finding> findings = new ArrayList<>();
		for (Projection projection : projections()) {
			long shown = this.checkpoints.all().getOrDefault(projection.name(), 0L);
			long head = this.log.head();
			if (shown > head) {
				findings.add(Finding.at(Fault.PROJECTION_BEYOND, head + 1,
						projection.name() + " is complete to " + shown + ", but the log ends at " + head));
				continue;
			}
			if (shown + BEHIND < head) {
				findings.add(Finding.at(Fault.PROJECTION_BEHIND, shown + 1,
						projection.name() + " is complete to " + shown + " of " + head));
			}
			compare(projection, shown, findings);
		}
		return findings;
	}

	private void compare(Projection projection, long shown, List<Finding> findings) {
		try {
			for (Rebuild.Difference one : this.rebuild.compare(projection)) {
				long first = firstPosition(one.stream());
				findings.add(new Finding(Fault.TABLE_DIFFERS, first, Math.max(first, shown),
						one.table() + " of " + projection.name() + ": " + one.missing() + " rows missing, "
								+ one.surplus() + " that do not follow from the log, the first in " + one.stream()));
			}
		}
		catch (RuntimeException ex) {
			// the text of an event may be in the message
			LOGGER.warn("{} cannot be computed: {}", projection.name(), kinds(ex));
			findings.add(new Finding(Fault.TABLE_DIFFERS, 1, Math.max(1, shown),
					projection.name() + " cannot be computed from this log"));
		}
	}

	private static String kinds(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(10)
			.map((cause) -> cause.getClass().getName()
					+ ((cause instanceof SQLException sql) ? " " + sql.getSQLState() : "") + " at "
					+ Stream.of(cause.getStackTrace()).findFirst().map(String::valueOf).orElse("?"))
			.collect(Collectors.joining(", caused by "));
	}

	private long firstPosition(String stream) {
		Long first = this.sql.queryForObject("""
				select coalesce(min(p.position), 1) from log.positions p join log.events e using (event_index)
				where e.stream_id = ?""", Long.class, stream);
		return (first == null) ? 1 : first;
	}

	private static List<Projection> projections() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
			scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
			scanner.scan(TableCheck.class.getPackageName());
			context.refresh();
			return List.copyOf(context.getBeansOfType(Projection.class).values());
		}
	}

}
