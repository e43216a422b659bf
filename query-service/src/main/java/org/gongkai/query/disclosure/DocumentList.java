package org.gongkai.query.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.query.Stored;
import org.gongkai.statute.report.Stock;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// 文件目录: rules and normative documents, and their stock in a year.
@Component
public class DocumentList {

	private static final String TABLE = "documents";

	private static final String ORDER = "made_on desc, document_no, stream_id";

	private final NamedParameterJdbcTemplate sql;

	DocumentList(JdbcTemplate readTables) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
	}

	/// One document.
	///
	/// @param documentId agency code, slash, 文号
	/// @param agency code of the agency that made it
	/// @param opening whether it belongs to the opening stock
	/// @param amendedOn its last amendment
	/// @param isVoid whether its record was struck
	public record Document(String documentId, String agency, DocumentKind kind, String documentNo, String title,
			LocalDate madeOn, boolean opening, @Nullable LocalDate amendedOn, @Nullable LocalDate repealedOn,
			@Nullable RepealWay way, boolean isVoid) {
	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes; empty for all
	/// @param q words in number or title
	/// @param inForce whether it is in force
	public record Search(List<String> agencies, @Nullable String q, @Nullable DocumentKind kind,
			@Nullable Boolean inForce, int page, int size) {
	}

	/// The documents of a search, the latest made first.
	public Found<Document> search(Search search) {
		Shelf shelf = Shelf.now(this.sql, TABLE)
			.in("agency", search.agencies())
			.words(search.q(), "document_no", "title")
			.equal("kind", search.kind());
		if (search.inForce() != null) {
			shelf.and("not void").and("repealed_on is " + (search.inForce() ? "null" : "not null"));
		}
		return shelf.page(ORDER, search.page(), search.size(), (row, _) -> item(row));
	}

	/// One of them as it is now.
	/// @param stream its name in the log
	/// @throws Refused `unknown-disclosure`
	Document get(String stream) {
		return Shelf.now(this.sql, TABLE).one(stream, (row, _) -> item(row));
	}

	/// How many documents were made, repealed and in force in a year, as known at a
	/// position.
	public Map<DocumentKind, Stock> stocks(List<String> agencies, YearToDate period, long known) {
		Map<DocumentKind, Stock> stocks = new EnumMap<>(DocumentKind.class);
		Shelf.counted(this.sql, TABLE, agencies, known)
			.and("(opening or made_on <= :last)")
			.with("last", period.last())
			.all("""
					kind, opening, extract(year from made_on)::int as made_in, case when repealed_on <= :last
					then extract(year from repealed_on)::int end as repealed_in, count(*) as documents""",
					" group by 1, 2, 3, 4", (row, _) -> {
						DocumentKind kind = Stored.constant(DocumentKind.class, row.getString("kind"));
						Stock.Life life = new Stock.Life(row.getBoolean("opening"), row.getInt("made_in"),
								row.getObject("repealed_in", Integer.class));
						return stocks.put(kind, stocks.getOrDefault(kind, Stock.EMPTY)
							.with(period.year(), life, row.getLong("documents")));
					});
		return stocks;
	}

	/// The documents that a cell of table two counts.
	public Found<Document> counted(List<String> agencies, YearToDate period, long known, DocumentKind kind,
			TableTwoColumn column, int page, int size) {
		Shelf shelf = Shelf.counted(this.sql, TABLE, agencies, known)
			.equal("kind", kind)
			.with("first", period.first())
			.with("last", period.last());
		switch (column) {
			case MADE, NEWLY_MADE, NEWLY_PUBLISHED -> shelf.and("not opening and made_on between :first and :last");
			case REPEALED -> shelf.and("repealed_on between :first and :last");
			default -> shelf.and("(opening or made_on <= :last) and (repealed_on is null or repealed_on > :last)");
		}
		return shelf.page(ORDER, page, size, (row, _) -> item(row));
	}

	private static Document item(ResultSet row) throws SQLException {
		String way = row.getString("way");
		return new Document(row.getString("stream_id").substring("document:".length()), row.getString("agency"),
				Stored.constant(DocumentKind.class, row.getString("kind")), row.getString("document_no"),
				row.getString("title"), row.getObject("made_on", LocalDate.class), row.getBoolean("opening"),
				row.getObject("amended_on", LocalDate.class), row.getObject("repealed_on", LocalDate.class),
				(way == null) ? null : Stored.constant(RepealWay.class, way), row.getBoolean("void"));
	}

}
