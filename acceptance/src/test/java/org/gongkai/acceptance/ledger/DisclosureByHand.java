package org.gongkai.acceptance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.gongkai.acceptance.ledger.HandCount.Entry;

/// Table two as someone with the log and a pencil would count it.
final class DisclosureByHand {

	private static final Map<String, String> ROWS = Map.of("regulation", "regulations", "normative_document",
			"normative_documents");

	private static final Map<String, String> CELLS = Map.of("licences", "licences decisions", "penalties",
			"penalties decisions", "coercions", "coercions decisions", "fees", "fees amountWanYuan");

	private static final Map<String, String> CELLS_BEFORE_2021 = Map.of("licences", "licences decisions",
			"other_services", "other_services decisions", "penalties", "penalties decisions", "coercions",
			"coercions decisions", "procurements", "procurement items", "procurement_amount", "procurement amount");

	private static final Map<String, String> ITEMS_BEFORE_2021 = Map.of("licence_items", "licences",
			"other_service_items", "other_services", "penalty_items", "penalties", "coercion_items", "coercions",
			"fee_items", "fees");

	private final HandCount log;

	DisclosureByHand(HandCount log) {
		this.log = log;
	}

	/// The cells of the form of the year that are not 0: row and column, then the number
	/// without trailing zeros.
	Map<String, String> cells(Set<String> agencies, int year) {
		Map<String, BigDecimal> cells = new TreeMap<>();
		this.log.lives("disclosure.Document").forEach((life) -> document(life, agencies, year, cells));
		this.log.lives("disclosure.Tally").forEach((life) -> tally(life, agencies, year, cells));
		Map<String, String> words = new TreeMap<>();
		cells.forEach((cell, number) -> {
			if (number.signum() != 0) {
				words.put(cell, number.stripTrailingZeros().toPlainString());
			}
		});
		return words;
	}

	private static void document(List<Entry> life, Set<String> agencies, int year, Map<String, BigDecimal> cells) {
		Entry made = life.getFirst();
		if (!agencies.contains(made.text("agency")) || life.stream().anyMatch((entry) -> strikes(entry, "record"))) {
			return;
		}
		String kind = made.text("kind");
		LocalDate madeOn = made.day("madeOn");
		boolean opening = made.payload().path("opening").asBoolean();
		LocalDate repealedOn = LocalDate.MAX;
		for (Entry entry : life) {
			if (entry.name().equals("disclosure.DocumentRepealed")) {
				repealedOn = entry.day("repealedOn");
			}
			else if (strikes(entry, "repeal")) {
				repealedOn = LocalDate.MAX;
			}
			else if (entry.name().equals("disclosure.DocumentRectified")) {
				kind = entry.says("kind") ? entry.text("kind") : kind;
				madeOn = entry.says("madeOn") ? entry.day("madeOn") : madeOn;
				opening = entry.says("opening") ? entry.payload().path("opening").asBoolean() : opening;
				repealedOn = entry.says("repealedOn") ? entry.day("repealedOn") : repealedOn;
			}
		}
		String row = String.valueOf(ROWS.get(kind));
		LocalDate last = LocalDate.of(year, 12, 31);
		boolean makes = !opening && madeOn.getYear() == year;
		boolean inForce = (opening || !madeOn.isAfter(last)) && repealedOn.isAfter(last);
		if (year < 2021) {
			add(cells, row + " newlyMade", makes);
			add(cells, row + " newlyPublished", makes);
			add(cells, row + " publishedTotal", inForce);
		}
		else {
			add(cells, row + " made", makes);
			add(cells, row + " repealed", repealedOn.getYear() == year);
			add(cells, row + " inForce", inForce);
		}
	}

	private static boolean strikes(Entry entry, String part) {
		return entry.name().equals("disclosure.DocumentStruck") && entry.text("part").equals(part);
	}

	private static void tally(List<Entry> life, Set<String> agencies, int year, Map<String, BigDecimal> cells) {
		Entry recorded = life.getFirst();
		String item = recorded.text("item");
		String cell = ((year < 2021) ? CELLS_BEFORE_2021 : CELLS).get(item);
		String items = (year < 2021) ? ITEMS_BEFORE_2021.get(item) : null;
		if (cell == null && items == null || !agencies.contains(recorded.text("agency"))) {
			return;
		}
		LocalDate from = recorded.day("from");
		BigDecimal number = BigDecimal.ZERO;
		for (Entry entry : life) {
			if (entry.name().equals("disclosure.TallyStruck")) {
				return;
			}
			from = entry.says("from") ? entry.day("from") : from;
			number = entry.says("count") ? new BigDecimal(entry.text("count")) : number;
			number = entry.says("amountWanYuan") ? new BigDecimal(entry.text("amountWanYuan")) : number;
		}
		if (items != null && from.getYear() <= year) {
			cells.merge(items + ((from.getYear() < year) ? " lastYearItems" : " change"), number, BigDecimal::add);
		}
		else if (cell != null && from.getYear() == year) {
			boolean inYuan = cell.equals("procurement amount");
			cells.merge(cell, inYuan ? number.multiply(BigDecimal.valueOf(10_000)) : number, BigDecimal::add);
		}
	}

	private static void add(Map<String, BigDecimal> cells, String cell, boolean counts) {
		if (counts) {
			cells.merge(cell, BigDecimal.ONE, BigDecimal::add);
		}
	}

}
