package org.gongkai.command.report;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.jdbc.core.JdbcTemplate;

/// Which reports are public, whoever published them.
final class PublicEditions {

	private static final String REPORTS = """
			select distinct published.payload->>'reportId' as report, opened.payload->>'withSubordinates' as below
			from log.events published
			join log.events opened on opened.stream_id = published.stream_id and opened.sequence = 0
			where published.name = 'report.ReportPublished' order by 1""";

	private static final String LAST = """
			select coalesce(max(event_index), 0) from log.events where name = 'report.ReportPublished'""";

	private final JdbcTemplate log;

	private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, List.of()));

	/// @param log may select from the log
	PublicEditions(JdbcTemplate log) {
		this.log = log;
	}

	/// A report of which an edition is public.
	///
	/// @param withSubordinates whether it counts all that the agency is responsible for
	record Edition(ReportId report, boolean withSubordinates) {
	}

	private record Known(long last, List<Edition> editions) {
	}

	/// One look-up in a small index while nothing new was published.
	List<Edition> all() {
		long last = this.log.queryForObject(LAST, Long.class);
		Known present = this.known.get();
		if (present.last() == last) {
			return present.editions();
		}
		List<Edition> editions = this.log.query(REPORTS, (row, _) -> new Edition(ReportId.of(row.getString("report")),
				Boolean.parseBoolean(row.getString("below"))));
		this.known.set(new Known(last, editions));
		return editions;
	}

}
