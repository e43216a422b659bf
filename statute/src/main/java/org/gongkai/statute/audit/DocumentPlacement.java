package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 表二计数说明（文件）: where a rule or normative document counts in a year's table two, and why. It may count in several columns: made
/// and repealed in the year, or made in it and in force at its end.
///
/// @param agency code of the agency that made it
/// @param cells what it counts in, one each
/// @param reasons the chain, in the order of thought
record DocumentPlacement(String agency, Map<Cell, BigDecimal> cells, List<Reason> reasons) implements Placement {

	public DocumentPlacement {
		reasons = List.copyOf(reasons);
	}

	/// @param entries the events of the document, its making first
	public static DocumentPlacement of(List<Recorded<Event>> entries, YearToDate period) {
		return new Reading(entries, period).place();
	}

	@Override
	public int table() {
		return 2;
	}

	/// Goes through the entries once, and then through the year.
	private static final class Reading {

		private final List<Recorded<Event>> entries;

		private final YearToDate period;

		private final TableTwoForm form;

		private final List<Reason> reasons = new ArrayList<>();

		private final Map<Cell, BigDecimal> cells = new LinkedHashMap<>();

		private final DocumentMade made;

		private DocumentKind kind;

		private LocalDate madeOn;

		private boolean opening;

		private @Nullable LocalDate repealedOn;

		private long repeal;

		private @Nullable Long voided;

		Reading(List<Recorded<Event>> entries, YearToDate period) {
			this.entries = entries;
			this.period = period;
			this.form = TableTwoForm.of(period.year());
			this.made = (DocumentMade) entries.getFirst().event();
			this.kind = this.made.kind();
			this.madeOn = this.made.madeOn();
			this.opening = this.made.opening();
		}

		DocumentPlacement place() {
			say(Basis.MAKING, List.of(0L), this.madeOn + "制发，种类为" + label(),
					"made on " + this.madeOn + ", counted in the row " + TableTwoRow.of(this.kind).jsonName());
			if (this.opening) {
				opening(0L);
			}
			this.entries.stream().skip(1).forEach(this::read);
			Long by = this.voided;
			if (by != null) {
				say(Basis.VOID, List.of(0L, by), "该文件已作误录撤销，不计入任何年度",
						"the whole record was struck and counts in no year");
			}
			else {
				inYear();
			}
			return new DocumentPlacement(this.made.agency(), this.cells, this.reasons);
		}

		private void read(Recorded<Event> recorded) {
			long at = recorded.sequence();
			switch ((DocumentEvent) recorded.event()) {
				case DocumentMade _ -> {
				}
				case DocumentAmended e -> say(Basis.AMENDMENT, List.of(at), e.effectiveOn() + "修订；仍是同一文件，既不计为制发，也不计为废止",
						"amended on " + e.effectiveOn() + ": the same document, neither made nor repealed");
				case DocumentRepealed e -> {
					this.repealedOn = e.repealedOn();
					this.repeal = at;
					say(Basis.REPEAL, List.of(at), e.repealedOn() + ((e.way() == RepealWay.LAPSED) ? "失效" : "废止"),
							"not in force from " + e.repealedOn() + " on");
				}
				case DocumentRectified e -> rectify(at, e);
				case DocumentStruck e when e.part() == StruckPart.RECORD -> this.voided = at;
				case DocumentStruck _ -> {
					this.repealedOn = null;
					say(Basis.STRUCK, List.of(this.repeal, at), "废止的记录已撤销，不再计算",
							"the repeal was struck and counts no longer");
				}
			}
		}

		private void rectify(long at, DocumentRectified e) {
			if (e.kind() != null) {
				this.kind = e.kind();
				say(Basis.DOCUMENT_RECTIFIED, List.of(at), "种类更正为" + label(),
						"the row was corrected to " + TableTwoRow.of(this.kind).jsonName());
			}
			if (e.madeOn() != null) {
				this.madeOn = e.madeOn();
				say(Basis.DOCUMENT_RECTIFIED, List.of(at), "制发日期更正为" + e.madeOn(),
						"the day of making was corrected to " + e.madeOn());
			}
			if (e.opening() != null) {
				this.opening = e.opening();
				if (this.opening) {
					opening(at);
				}
				else {
					say(Basis.DOCUMENT_RECTIFIED, List.of(at), "更正为不属于期初存量", "corrected not to be opening stock");
				}
			}
			if (e.repealedOn() != null) {
				this.repealedOn = e.repealedOn();
				say(Basis.DOCUMENT_RECTIFIED, List.of(at), "废止日期更正为" + e.repealedOn(),
						"the day of repeal was corrected to " + e.repealedOn());
			}
		}

		private void opening(long at) {
			say(Basis.OPENING_STOCK, List.of(at), "属于期初存量：目录建立时已经有效，不计入任何年度的制发",
					"opening stock: in force when the list began, made in no year");
		}

		private void inYear() {
			LocalDate first = this.period.first();
			LocalDate last = this.period.last();
			LocalDate end = this.repealedOn;
			if (!this.opening && this.madeOn.isAfter(last)) {
				say(Basis.LATER_YEAR, List.of(), this.madeOn + "制发，晚于" + last + "，不计入本期",
						"made after " + last + ": not in this table");
				return;
			}
			if (!this.opening && !this.madeOn.isBefore(first)) {
				count(Basis.MADE_IN_YEAR, "本期内制发", "made in the year", TableTwoColumn.MADE, TableTwoColumn.NEWLY_MADE,
						TableTwoColumn.NEWLY_PUBLISHED);
			}
			if (end == null || end.isAfter(last)) {
				count(Basis.IN_FORCE, "至" + last + "仍然有效", "in force on " + last, TableTwoColumn.IN_FORCE,
						TableTwoColumn.PUBLISHED_TOTAL);
			}
			else if (end.isBefore(first)) {
				say(Basis.EARLIER_YEAR, List.of(), end + "已经废止或者失效，早于" + first + "，计入以前年度",
						"repealed before " + first + ": counted in an earlier year");
			}
			else if (!count(Basis.REPEALED_IN_YEAR, "本期内废止或者失效", "repealed in the year", TableTwoColumn.REPEALED)) {
				say(Basis.NOT_ON_FORM, List.of(), "本期内废止或者失效，该年度的报表没有废止一栏",
						"repealed in the year, for which the form of that year has no column");
			}
		}

		/// @return whether the form of the year has one of the columns
		private boolean count(Basis basis, String zh, String en, TableTwoColumn... any) {
			TableTwoRow row = TableTwoRow.of(this.kind);
			List<TableTwoColumn> columns = this.form.columns(row).stream().filter(List.of(any)::contains).toList();
			for (TableTwoColumn column : columns) {
				this.cells.put(Cell.of(row, column), BigDecimal.ONE);
				say(basis, List.of(), zh + "，计入“" + this.form.label(row) + "”的“" + this.form.label(column) + "”",
						en + ": the cell " + row.jsonName() + " / " + column.jsonName());
			}
			return !columns.isEmpty();
		}

		private String label() {
			return this.form.label(TableTwoRow.of(this.kind));
		}

		private void say(Basis basis, List<Long> on, String zh, String en) {
			this.reasons.add(new Reason(basis, on, zh, en));
		}

	}

}
