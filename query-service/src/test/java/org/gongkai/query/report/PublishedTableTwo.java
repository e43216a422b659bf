package org.gongkai.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.statute.report.Stock;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TallySums;

/// Tables two as offices published them: made, repealed and in force of rules and of normative documents; licences,
/// penalties, coercions; fees in 万元. That of 2019 is on the form of its year: it tells of no repeals, no decisions, no items
/// and no fees, and of what was procured.
enum PublishedTableTwo {

	/// 洪泽区 2023.
	HONGZE_2023("320813", 2023, 0, 0, 0, 0, 5, 5, 550, 4119, 195, "7730.28"),
	/// 洪泽区 2024.
	HONGZE_2024("320813", 2024, 0, 0, 0, 3, 0, 8, 9487, 2776, 84, "7545"),
	/// 上海市政府办公厅 2019.
	SHANGHAI_GO_2019("310000-bg", 2019, 13, 0, 524, 60, 0, 368, 0, 0, 0, "0"),
	/// 上海市科委 2024.
	SHANGHAI_STCSM_2024("310000-kw", 2024, 0, 0, 0, 13, 0, 55, 97, 0, 0, "0"),
	/// 沭阳县发改局 2023.
	SHUYANG_DRC_2023("321322-fg", 2023, 0, 0, 0, 8, 0, 18, 0, 0, 0, "0"),
	/// 宿迁市 2023.
	SUQIAN_2023("321300", 2023, 2, 0, 11, 109, 489, 597, 1_808_595, 2_822_652, 20_163, "59237.2449"),
	/// 宿迁市 2024.
	SUQIAN_2024("321300", 2024, 2, 1, 12, 50, 227, 420, 1_573_179, 2_676_474, 29_351, "72701.2578"),
	/// 河口镇 2021.
	HEKOU_2021("430321-hk", 2021, 0, 0, 0, 0, 0, 0, 0, 13, 0, "0");

	final String agency;

	final int year;

	private final Map<TallyItem, BigDecimal> tallied = new EnumMap<>(TallyItem.class);

	final TableTwo table;

	PublishedTableTwo(String agency, int year, long rulesMade, long rulesRepealed, long rulesInForce, long made,
			long repealed, long inForce, long licences, long penalties, long coercions, String fees) {
		this.agency = agency;
		this.year = year;
		this.tallied.put(TallyItem.LICENCES, BigDecimal.valueOf(licences));
		this.tallied.put(TallyItem.PENALTIES, BigDecimal.valueOf(penalties));
		this.tallied.put(TallyItem.COERCIONS, BigDecimal.valueOf(coercions));
		this.tallied.put(TallyItem.FEES, new BigDecimal(fees));
		if (year == 2019) {
			this.tallied.put(TallyItem.PROCUREMENTS, BigDecimal.valueOf(6));
			this.tallied.put(TallyItem.PROCUREMENT_AMOUNT, new BigDecimal("25.1"));
		}
		this.table = new TableTwo(TableTwoForm.of(year), new Stock(rulesMade, rulesRepealed, rulesInForce),
				new Stock(made, repealed, inForce), new TallySums(Map.of(), this.tallied));
	}

	/// A list of documents and tallies that the table could have been made from: what was
	/// in force the year before, less what this year repeals of it, and what this year
	/// makes.
	/// @param before the table of the year before, if its list is recorded already
	List<DisclosureEvent> events(PublishedTableTwo before) {
		List<DisclosureEvent> events = new ArrayList<>();
		documents(events, DocumentKind.REGULATION, this.table.regulations(),
				(before == null) ? null : before.table.regulations());
		documents(events, DocumentKind.NORMATIVE_DOCUMENT, this.table.normativeDocuments(),
				(before == null) ? null : before.table.normativeDocuments());
		this.tallied.forEach((item, number) -> {
			if (number.signum() > 0 && item.isAmount()) {
				String no = item.name().toLowerCase(java.util.Locale.ROOT) + "-" + this.year;
				events.add(new TallyRecorded(this.agency + "/" + no, this.agency, no, item, day(1, 1), day(12, 31),
						null, number, null));
			}
			else if (number.signum() > 0) {
				halves(events, item, number.longValueExact());
			}
		});
		return events;
	}

	private void documents(List<DisclosureEvent> events, DocumentKind kind, Stock stock, Stock before) {
		long opening = stock.inForce() - stock.made() + stock.repealed();
		for (int i = 0; before == null && i < opening; i++) {
			events.add(document(kind, "期初", i, LocalDate.of(2010, 6, 1), true));
		}
		for (int i = 0; i < stock.made(); i++) {
			events.add(document(kind, "〔" + this.year + "〕", i, day(3, 1), false));
		}
		int repealedBefore = (before == null) ? 0 : (int) before.repealed();
		for (int i = 0; i < stock.repealed(); i++) {
			events.add(new DocumentRepealed(id(kind, "期初", repealedBefore + i), day(12, 31),
					(i % 2 == 0) ? RepealWay.REPEALED : RepealWay.LAPSED));
		}
	}

	private DocumentMade document(DocumentKind kind, String series, int number, LocalDate madeOn, boolean opening) {
		String id = id(kind, series, number);
		return new DocumentMade(id, this.agency, kind, id.substring(id.indexOf('/') + 1), "管理办法", madeOn, opening);
	}

	private String id(DocumentKind kind, String series, int number) {
		return this.agency + "/" + kind.name().charAt(0) + series + (number + 1) + "号";
	}

	private void halves(List<DisclosureEvent> events, TallyItem item, long count) {
		String no = item.name().toLowerCase(java.util.Locale.ROOT) + "-" + this.year;
		events.add(new TallyRecorded(this.agency + "/" + no + "-1", this.agency, no + "-1", item, day(1, 1), day(6, 30),
				count / 2, null, null));
		events.add(new TallyRecorded(this.agency + "/" + no + "-2", this.agency, no + "-2", item, day(7, 1),
				day(12, 31), count - count / 2, null, null));
	}

	private LocalDate day(int month, int day) {
		return LocalDate.of(this.year, month, day);
	}

}
