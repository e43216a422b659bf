package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.report.TableTwoLine;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The columns of table two, of both forms. Each part of a form has its own.
///
/// A normative document takes effect only once it is published, so what was newly made on the form of 2019 was newly published
/// as well, and what is public in all is what is in force at the end of the year [DER].
public enum TableTwoColumn {

	/// 本年制发件数.
	MADE("made", "本年制发件数"),
	/// 本年废止件数.
	REPEALED("repealed", "本年废止件数"),
	/// 现行有效件数.
	IN_FORCE("inForce", "现行有效件数"),
	/// 本年新制作数量: form of 2019.
	NEWLY_MADE("newlyMade", "本年新制作数量"),
	/// 本年新公开数量: form of 2019.
	NEWLY_PUBLISHED("newlyPublished", "本年新公开数量"),
	/// 对外公开总数量: form of 2019.
	PUBLISHED_TOTAL("publishedTotal", "对外公开总数量"),
	/// 上一年项目数量: form of 2019.
	LAST_YEAR_ITEMS("lastYearItems", "上一年项目数量"),
	/// 本年增/减: form of 2019.
	CHANGE("change", "本年增/减"),
	/// 本年处理决定数量; 处理决定数量 on the form of 2019.
	DECISIONS("decisions", "本年处理决定数量"),
	/// 本年收费金额.
	AMOUNT_WAN_YUAN("amountWanYuan", "本年收费金额（单位：万元）"),
	/// 采购项目数量: form of 2019.
	ITEMS("items", "采购项目数量"),
	/// 采购总金额, in 元 and printed with its unit, which the form does not tell: form of
	/// 2019.
	AMOUNT("amount", "采购总金额");

	/// The head over the rows' words.
	public static final String CONTENT = "信息内容";

	private static final String YUAN = "元";

	private static final int YUAN_DIGITS = 4;

	private final String jsonName;

	private final String label;

	TableTwoColumn(String jsonName, String label) {
		this.jsonName = jsonName;
		this.label = label;
	}

	/// The heading on the form that has it, on the later one if both have.
	public String label() {
		return this.label;
	}

	/// The name on the wire: `inForce`.
	public String jsonName() {
		return this.jsonName;
	}

	/// Whether it is a sum of money, which may have decimals.
	public boolean isAmount() {
		return this == AMOUNT_WAN_YUAN || this == AMOUNT;
	}

	/// A number of this column as it is printed: 251000元 under a head without a unit.
	public String printed(Object number) {
		return (number instanceof BigDecimal decimal) ? printed(decimal.toPlainString())
				: (this == AMOUNT) ? number + YUAN : number.toString();
	}

	/// What a published row has here; null where its form has no such column.
	public @Nullable Object in(TableTwoLine line) {
		return switch (this) {
			case MADE -> line.made();
			case REPEALED -> line.repealed();
			case IN_FORCE -> line.inForce();
			case NEWLY_MADE -> line.newlyMade();
			case NEWLY_PUBLISHED -> line.newlyPublished();
			case PUBLISHED_TOTAL -> line.publishedTotal();
			case LAST_YEAR_ITEMS -> line.lastYearItems();
			case CHANGE -> line.change();
			case DECISIONS -> line.decisions();
			case AMOUNT_WAN_YUAN -> line.amountWanYuan();
			case ITEMS -> line.items();
			case AMOUNT -> line.amountYuan();
		};
	}

	/// The number that a stock of documents has here.
	long of(Stock stock) {
		return switch (this) {
			case MADE, NEWLY_MADE, NEWLY_PUBLISHED -> stock.made();
			case REPEALED -> stock.repealed();
			case IN_FORCE, PUBLISHED_TOTAL -> stock.inForce();
			case LAST_YEAR_ITEMS, CHANGE, DECISIONS, AMOUNT_WAN_YUAN, ITEMS, AMOUNT ->
				throw new IllegalStateException("no documents are counted under " + this.jsonName);
		};
	}

	/// The number that tallies of an item have here.
	BigDecimal of(TallySums tallies, TallyItem item) {
		return of((this == LAST_YEAR_ITEMS) ? tallies.before(item) : tallies.within(item));
	}

	/// Whether a tally of a year counts here in the report of another.
	boolean counts(int tallied, int reported) {
		return (this == LAST_YEAR_ITEMS) ? tallied < reported : tallied == reported;
	}

	/// A tallied number in the unit of the column.
	public BigDecimal of(BigDecimal tallied) {
		return (this == AMOUNT) ? tallied.movePointRight(YUAN_DIGITS) : tallied;
	}

	/// The column of a name on the wire.
	/// @throws Refused `unknown-cell`
	public static TableTwoColumn ofJson(String name) {
		return Stream.of(values())
			.filter((column) -> column.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table two has no such column"));
	}

}
