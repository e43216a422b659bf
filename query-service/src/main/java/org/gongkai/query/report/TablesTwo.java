package org.gongkai.query.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.disclosure.DocumentList;
import org.gongkai.query.disclosure.Found;
import org.gongkai.query.disclosure.TallyList;
import org.gongkai.statute.report.Stock;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.gongkai.statute.report.YearToDate;
import org.springframework.stereotype.Component;

/// Computes table two from the list of documents and the tallies, and tells what stands behind each cell.
@Component
class TablesTwo {

	private static final int PAGE = 500;

	private final DocumentList documents;

	private final TallyList tallies;

	TablesTwo(DocumentList documents, TallyList tallies) {
		this.documents = documents;
		this.tallies = tallies;
	}

	/// @param agencies codes of those counted
	/// @param known a position
	TableTwo of(List<String> agencies, YearToDate period, long known) {
		Map<DocumentKind, Stock> stocks = this.documents.stocks(agencies, period, known);
		return new TableTwo(TableTwoForm.of(period.year()), stocks.getOrDefault(DocumentKind.REGULATION, Stock.EMPTY),
				stocks.getOrDefault(DocumentKind.NORMATIVE_DOCUMENT, Stock.EMPTY),
				this.tallies.sums(agencies, period, known));
	}

	/// The documents or tallies that a cell counts; one of the two is empty.
	///
	/// @param documents for a row of documents
	/// @param tallies for a row of tallies
	record Behind(Found<DocumentList.Document> documents, Found<TallyList.Tally> tallies) {
	}

	/// @throws org.gongkai.statute.Refused `unknown-cell` where the form of the year
	/// has no such cell
	Behind behind(Reports.Report report, TableTwoRow row, TableTwoColumn column, int page, int size) {
		report.table2().get(row, column);
		long known = report.asOf().position();
		DocumentKind kind = row.documentKind();
		TallyItem item = row.tallyItem(column);
		return new Behind(
				(kind == null) ? new Found<>(List.of(), page, size, 0)
						: this.documents.counted(report.counted(), report.period(), known, kind, column, page, size),
				(item == null) ? new Found<>(List.of(), page, size, 0)
						: this.tallies.counted(report.counted(), report.period(), known, item, column, page, size));
	}

	/// All documents or tallies that a cell counts: id to what each adds, in their order.
	/// @throws org.gongkai.statute.Refused as [#behind]
	Map<String, String> records(Reports.Report report, TableTwoRow row, TableTwoColumn column) {
		Map<String, String> records = new LinkedHashMap<>();
		Behind behind;
		int page = 0;
		do {
			behind = behind(report, row, column, page++, PAGE);
			behind.documents().items().forEach((one) -> records.put(one.documentId(), "1"));
			behind.tallies()
				.items()
				.forEach((one) -> records.put(one.tallyId(),
						(one.amountWanYuan() != null) ? one.amountWanYuan() : String.valueOf(one.count())));
		}
		while (page < Math.max(behind.documents().pages(), behind.tallies().pages()));
		return records;
	}

}
