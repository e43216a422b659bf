package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.StruckPart;
import org.jspecify.annotations.Nullable;

/// 计入表二的文件: what of a rule or normative document counts (article 20(1)), as [Stock] has it.
///
/// @param agency code of the agency that made it
/// @param kind its row
/// @param madeOn the day of making
/// @param opening whether it belongs to the opening stock
/// @param repealedOn the day of repeal; null while in force
/// @param isVoid whether the record was struck, so that it counts nowhere
public record CountedDocument(String agency, DocumentKind kind, LocalDate madeOn, boolean opening,
		@Nullable LocalDate repealedOn, boolean isVoid) implements Counted {

	/// A document as it was made.
	public static CountedDocument of(DocumentMade made) {
		return new CountedDocument(made.agency(), made.kind(), made.madeOn(), made.opening(), null, false);
	}

	/// Folds the events of a document, from its making on.
	public static CountedDocument of(List<DocumentEvent> events) {
		CountedDocument counted = of((DocumentMade) events.getFirst());
		for (DocumentEvent event : events.subList(1, events.size())) {
			counted = counted.after(event);
		}
		return counted;
	}

	/// The document after one more event.
	public CountedDocument after(DocumentEvent event) {
		return switch (event) {
			case DocumentMade _, DocumentAmended _ -> this;
			case DocumentRepealed e ->
				new CountedDocument(this.agency, this.kind, this.madeOn, this.opening, e.repealedOn(), this.isVoid);
			case DocumentRectified e -> new CountedDocument(this.agency, or(e.kind(), this.kind),
					or(e.madeOn(), this.madeOn), or(e.opening(), this.opening),
					(e.repealedOn() != null) ? e.repealedOn() : this.repealedOn, this.isVoid);
			case DocumentStruck e -> (e.part() == StruckPart.REPEAL)
					? new CountedDocument(this.agency, this.kind, this.madeOn, this.opening, null, this.isVoid)
					: new CountedDocument(this.agency, this.kind, this.madeOn, this.opening, this.repealedOn, true);
		};
	}

	@Override
	public Map<Cell, BigDecimal> cells(int year, DisputeCounting disputes) {
		if (this.isVoid) {
			return Map.of();
		}
		LocalDate repealed = this.repealedOn;
		Stock stock = Stock.EMPTY.with(year,
				new Stock.Life(this.opening, this.madeOn.getYear(), (repealed == null) ? null : repealed.getYear()), 1);
		TableTwoRow row = TableTwoRow.of(this.kind);
		return TableTwoForm.of(year)
			.columns(row)
			.stream()
			.filter((column) -> column.of(stock) != 0)
			.collect(Collectors.toMap((column) -> Cell.of(row, column),
					(column) -> BigDecimal.valueOf(column.of(stock))));
	}

	private static <T> T or(@Nullable T right, T was) {
		return Objects.requireNonNullElse(right, was);
	}

}
