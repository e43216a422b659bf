package org.gongkai.command.integration;

import java.math.BigDecimal;

import org.gongkai.command.Command;
import org.gongkai.command.Commands;
import org.gongkai.command.disclosure.Count;
import org.gongkai.command.disclosure.LoggedDisclosures;
import org.gongkai.command.disclosure.RecordId;
import org.gongkai.command.disclosure.RecordTally;
import org.gongkai.command.disclosure.TallyState.None;
import org.gongkai.command.disclosure.TallyState.Standing;
import org.gongkai.command.disclosure.TallyState.Struck;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// One tally of a list on its way into the record. Where the list does not number it, its item and days name it.
record TallyRow(int number, DisclosureCells<TallyColumn> cells, LoggedDisclosures disclosures) implements RowByRow.Row {

	@Override
	public Class<? extends Command> type() {
		return RecordTally.class;
	}

	@Override
	public String agency() {
		return this.cells.needed(TallyColumn.AGENCY);
	}

	@Override
	public ImportColumn named() {
		return TallyColumn.NUMBER;
	}

	@Override
	public boolean record(Commands.Door door) {
		RecordId id = this.cells.id(TallyColumn.AGENCY, TallyColumn.NUMBER, no());
		return switch (this.disclosures.tally(id)) {
			case None _ -> {
				add(door);
				yield true;
			}
			case Standing standing -> {
				requireSame(standing.count());
				yield false;
			}
			case Struck _ -> throw new RowRefused(RowRefused.Cell.of(TallyColumn.NUMBER,
					new Refused(Rule.DISCLOSURE_STRUCK, "the record was struck")));
		};
	}

	private void add(Commands.Door door) {
		TallyItem item = this.cells.word(TallyColumn.ITEM, TallyItem.class);
		String count = this.cells.text(TallyColumn.COUNT);
		String amount = this.cells.text(TallyColumn.AMOUNT);
		this.cells.told(() -> door
			.handle(new RecordTally(this.cells.needed(TallyColumn.AGENCY), no(), item, this.cells.day(TallyColumn.FROM),
					this.cells.day(TallyColumn.TO), (count == null) ? null : Long.valueOf(count),
					(amount == null) ? null : new BigDecimal(amount), this.cells.text(TallyColumn.REFERENCE))),
				(rule) -> switch (rule) {
					case UNKNOWN_AGENCY, AGENCY_CLOSED -> TallyColumn.AGENCY;
					case TALLY_VALUE -> item.isAmount() ? TallyColumn.AMOUNT : TallyColumn.COUNT;
					case TALLY_ACROSS_YEARS, DISCLOSURE_DAY_ORDER, FUTURE_DAY -> TallyColumn.TO;
					default -> TallyColumn.NUMBER;
				});
	}

	private void requireSame(Count recorded) {
		this.cells.same(TallyColumn.ITEM, this.cells.needed(TallyColumn.ITEM),
				recorded.item().name().toLowerCase(java.util.Locale.ROOT));
		this.cells.same(TallyColumn.FROM, this.cells.needed(TallyColumn.FROM), recorded.from().toString());
		this.cells.same(TallyColumn.TO, this.cells.needed(TallyColumn.TO), recorded.to().toString());
		this.cells.same(TallyColumn.COUNT, told(this.cells.text(TallyColumn.COUNT)), told(recorded.count()));
		BigDecimal amount = recorded.amountWanYuan();
		this.cells.same(TallyColumn.AMOUNT, told(this.cells.text(TallyColumn.AMOUNT)),
				(amount == null) ? "" : amount.toPlainString());
	}

	private String no() {
		String no = this.cells.text(TallyColumn.NUMBER);
		return (no != null) ? no : this.cells.needed(TallyColumn.ITEM) + " " + this.cells.needed(TallyColumn.FROM)
				+ ".." + this.cells.needed(TallyColumn.TO);
	}

	private static String told(@Nullable Object value) {
		return (value == null) ? "" : value.toString();
	}

}
