package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 表二计数说明（统计数）: where a tally counts in a year's table two, with how much, and why.
///
/// @param agency code of the agency that acted
/// @param cells the one cell that it adds to, or none
/// @param reasons the chain, in the order of thought
record TallyPlacement(String agency, Map<Cell, BigDecimal> cells, List<Reason> reasons) implements Placement {

	/// 元 in a 万元, as a power of ten.
	private static final int WAN = 4;

	public TallyPlacement {
		cells = Map.copyOf(cells);
		reasons = List.copyOf(reasons);
	}

	/// @param entries the events of the tally, its recording first
	public static TallyPlacement of(List<Recorded<Event>> entries, YearToDate period) {
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

		private final TallyRecorded recorded;

		private LocalDate from;

		private LocalDate to;

		private BigDecimal number;

		private @Nullable Long voided;

		Reading(List<Recorded<Event>> entries, YearToDate period) {
			this.entries = entries;
			this.period = period;
			this.form = TableTwoForm.of(period.year());
			this.recorded = (TallyRecorded) entries.getFirst().event();
			this.from = this.recorded.from();
			this.to = this.recorded.to();
			this.number = number(this.recorded.count(), this.recorded.amountWanYuan(), BigDecimal.ZERO);
		}

		TallyPlacement place() {
			String item = this.recorded.item().name().toLowerCase(Locale.ROOT);
			say(Basis.TALLY, List.of(0L), this.from + "至" + this.to + "，" + number(),
					"a tally of " + item + ", " + this.from + " to " + this.to + ": " + this.number.toPlainString());
			this.entries.stream().skip(1).forEach(this::read);
			Long by = this.voided;
			Map<Cell, BigDecimal> cells = Map.of();
			if (by != null) {
				say(Basis.VOID, List.of(0L, by), "该统计数已作误录撤销，不计入任何年度",
						"the whole record was struck and counts in no year");
			}
			else {
				cells = inYear();
			}
			return new TallyPlacement(this.recorded.agency(), cells, this.reasons);
		}

		private void read(Recorded<Event> entry) {
			switch ((TallyEvent) entry.event()) {
				case TallyRecorded _ -> {
				}
				case TallyStruck _ -> this.voided = entry.sequence();
				case TallyRectified e -> {
					this.from = Objects.requireNonNullElse(e.from(), this.from);
					this.to = Objects.requireNonNullElse(e.to(), this.to);
					this.number = number(e.count(), e.amountWanYuan(), this.number);
					say(Basis.TALLY_RECTIFIED, List.of(entry.sequence()),
							"更正为" + this.from + "至" + this.to + "，" + number(),
							"corrected to " + this.from + " to " + this.to + ": " + this.number.toPlainString());
				}
			}
		}

		private Map<Cell, BigDecimal> inYear() {
			LocalDate first = this.period.first();
			LocalDate last = this.period.last();
			if (this.to.isAfter(last)) {
				say(Basis.LATER_YEAR, List.of(), "至" + this.to + "，晚于" + last + "，不计入本期",
						"to " + this.to + ", after " + last + ": not in this table");
				return Map.of();
			}
			boolean before = this.from.isBefore(first);
			for (TableTwoRow row : this.form.rows()) {
				for (TableTwoColumn column : this.form.columns(row)) {
					if (row.tallyItem(column) == this.recorded.item()
							&& before == (column == TableTwoColumn.LAST_YEAR_ITEMS)) {
						return counted(row, column);
					}
				}
			}
			if (before && isOnForm()) {
				say(Basis.EARLIER_YEAR, List.of(), "早于" + first + "，计入以前年度",
						"before " + first + ": counted in an earlier year");
			}
			else {
				say(Basis.NOT_ON_FORM, List.of(), "该年度的报表没有此项，不计入表二", "the form of that year does not print it");
			}
			return Map.of();
		}

		private Map<Cell, BigDecimal> counted(TableTwoRow row, TableTwoColumn column) {
			BigDecimal adds = (column == TableTwoColumn.AMOUNT) ? this.number.movePointRight(WAN) : this.number;
			say((column == TableTwoColumn.LAST_YEAR_ITEMS) ? Basis.ITEMS_BEFORE : Basis.TALLY_IN_YEAR, List.of(),
					((column == TableTwoColumn.LAST_YEAR_ITEMS) ? this.period.first() + "以前的增减" : "在本期内") + "，计入“"
							+ this.form.label(row) + "”的“" + this.form.label(column) + "”" + adds.toPlainString(),
					"the cell " + row.jsonName() + " / " + column.jsonName() + ": " + adds.toPlainString());
			return Map.of(Cell.of(row, column), adds);
		}

		private boolean isOnForm() {
			TallyItem item = this.recorded.item();
			return this.form.rows()
				.stream()
				.anyMatch((row) -> this.form.columns(row).stream().anyMatch((column) -> row.tallyItem(column) == item));
		}

		private String number() {
			return (this.recorded.item().isAmount() ? "金额（万元）" : "数量") + this.number.toPlainString();
		}

		private static BigDecimal number(@Nullable Long count, @Nullable BigDecimal amount, BigDecimal was) {
			return (amount != null) ? amount : (count != null) ? BigDecimal.valueOf(count) : was;
		}

		private void say(Basis basis, List<Long> on, String zh, String en) {
			this.reasons.add(new Reason(basis, on, zh, en));
		}

	}

}
