package org.gongkai.acceptance.ledger;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Asks what an inspector asks, and holds the answers against a hand count and against each other.
final class Inspector {

	private final OfficeUnderTest office;

	private final HandCount hand;

	Inspector(OfficeUnderTest office, HandCount hand) {
		this.office = office;
		this.hand = hand;
	}

	/// Every case of an office and year is explained into the cells that the hand counts
	/// it in, and every other into none.
	void everyCaseIsExplainedIntoItsCells(String agency, int year) {
		Map<String, Set<String>> counted = new TreeMap<>();
		this.hand.tableThree(Set.of(agency), year)
			.forEach((row, kinds) -> kinds.forEach((kind, ids) -> ids.forEach((id) -> {
				if (!row.equals("total")) {
					counted.computeIfAbsent(id, (_) -> new TreeSet<>()).add(row + " " + kind);
				}
			})));
		for (String id : this.hand.ids()) {
			JsonNode explanation = this.office.get("/api/audit/explanation?year=" + year + "&id=" + id)
				.at("/explanations/0");
			Set<String> cells = new TreeSet<>();
			explanation.path("cells")
				.forEach((cell) -> cells.add(cell.path("row").asString() + " " + cell.path("column").asString()));
			boolean own = explanation.path("agency").asString().equals(agency);
			assertThat(own ? cells : Set.of()).as(id + " in " + agency + " " + year)
				.isEqualTo(counted.getOrDefault(id, Set.of()));
			assertThat(explanation.path("steps").size()).as(id).isGreaterThan(1);
		}
	}

	/// Every dispute, document and tally of an office is explained, and what they add to
	/// the
	/// cells is what the hand counts.
	void everyOtherRecordIsExplainedIntoItsCells(String agency, int year) {
		Map<String, BigDecimal> two = new TreeMap<>();
		Map<String, BigDecimal> four = new TreeMap<>();
		for (String kind : List.of("disclosure.Document", "disclosure.Tally", "review.")) {
			for (List<HandCount.Entry> life : this.hand.lives(kind)) {
				String id = life.getFirst().stream();
				JsonNode explanation = this.office
					.get("/api/audit/explanation?year=" + year + "&id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
					.at("/explanations/0");
				assertThat(explanation.path("steps").size()).as(id).isPositive();
				if (explanation.path("agency").asString().equals(agency)) {
					Map<String, BigDecimal> cells = (explanation.path("table").asInt() == 2) ? two : four;
					explanation.path("cells").forEach((cell) -> add(cells, cell, "number"));
				}
			}
		}
		assertThat(words(two)).as("table two of " + agency + " " + year)
			.isEqualTo(new DisclosureByHand(this.hand).cells(Set.of(agency), year));
		assertThat(words(four)).as("table four of " + agency + " " + year)
			.isEqualTo(tableFour(agency, Set.of(agency), year, false));
	}

	/// The cells of every table of an office and year are exclusive and complete, and
	/// what is
	/// behind each adds up to what the hand counts.
	void theCellsAreExclusiveAndComplete(String agency, int year, boolean withSubordinates) {
		Set<String> agencies = withSubordinates ? this.hand.withSubordinates(agency, LocalDate.of(year, 12, 31))
				: Set.of(agency);
		assertThat(proven(agency, year, 2, withSubordinates))
			.isEqualTo(new DisclosureByHand(this.hand).cells(agencies, year));
		Map<String, String> three = new TreeMap<>();
		this.hand.tableThree(agencies, year).forEach((row, kinds) -> {
			kinds.forEach((kind, ids) -> three.put(row + " " + kind, Integer.toString(ids.size())));
			three.put(row + " total", Integer.toString(kinds.values().stream().mapToInt(Set::size).sum()));
		});
		Map<String, String> shown = proven(agency, year, 3, withSubordinates);
		shown.keySet().removeIf((cell) -> cell.startsWith("other_aggregate "));
		assertThat(shown).isEqualTo(three);
		assertThat(proven(agency, year, 4, withSubordinates)).isEqualTo(tableFour(agency, agencies, year, true));
	}

	/// The sums of the records behind the cells of a table.
	private Map<String, String> proven(String agency, int year, int table, boolean withSubordinates) {
		JsonNode proof = this.office.get("/api/audit/cells/" + agency + "/" + year + "?table=" + table
				+ "&withSubordinates=" + withSubordinates);
		assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();
		Map<String, BigDecimal> cells = new TreeMap<>();
		proof.path("cells").forEach((cell) -> add(cells, cell, "sum"));
		return words(cells);
	}

	/// @param sums whether the totals of the blocks are wanted too
	private Map<String, String> tableFour(String office, Set<String> agencies, int year, boolean sums) {
		List<Integer> numbers = new DisputesByHand(this.hand).cells(office, agencies, year);
		Map<String, String> cells = new TreeMap<>();
		int place = 0;
		for (String block : List.of("review", "direct", "after_review")) {
			for (String result : List.of("upheld", "corrected", "other", "pending", "total")) {
				int number = numbers.get(place++);
				if (number != 0 && (sums || !result.equals("total"))) {
					cells.put(block + " " + result, Integer.toString(number));
				}
			}
		}
		return cells;
	}

	private static void add(Map<String, BigDecimal> cells, JsonNode cell, String number) {
		cells.merge(cell.path("row").asString() + " " + cell.path("column").asString(),
				new BigDecimal(cell.path(number).asString()), BigDecimal::add);
	}

	private static Map<String, String> words(Map<String, BigDecimal> cells) {
		Map<String, String> words = new TreeMap<>();
		cells.forEach((cell, number) -> {
			if (number.signum() != 0) {
				words.put(cell, number.stripTrailingZeros().toPlainString());
			}
		});
		return words;
	}

	/// Every finding rests on entries of the record it is about, and two rules find what
	/// the
	/// hand finds.
	void findingsRestOnTheRecord(List<String> agencies) {
		Map<Long, HandCount.Entry> entries = new HashMap<>();
		this.hand.lives("").forEach((life) -> life.forEach((entry) -> entries.put(entry.position(), entry)));
		FindingsByHand byHand = new FindingsByHand(this.hand, this.office::works, OfficeUnderTest.TODAY);
		Set<String> plain = byHand.plainCases();
		Map<String, Integer> notices = new TreeMap<>();
		Map<String, Integer> replies = new TreeMap<>();
		for (String agency : agencies) {
			JsonNode found = this.office.get("/api/audit/findings?size=500&agency=" + agency);
			assertThat(found.path("items").size()).isEqualTo(found.path("total").asInt());
			for (JsonNode finding : found.path("items")) {
				String id = finding.path("findingId").asString();
				String rule = finding.path("rule").asString();
				String record = finding.path("record").asString();
				assertThat(id).startsWith(rule + ":" + record + ":");
				assertThat(finding.path("evidence").isEmpty()).as(id).isEqualTo(rule.equals("late-annual-report"));
				for (JsonNode evidence : finding.path("evidence")) {
					HandCount.Entry entry = entries.get(evidence.path("position").asLong());
					assertThat(entry).as(id).isNotNull();
					assertThat(entry.stream()).as(id).isEqualTo(record).isEqualTo(evidence.path("stream").asString());
					assertThat(entry.sequence()).as(id).isEqualTo(evidence.path("sequence").asLong());
					assertThat(entry.name()).as(id).isEqualTo(evidence.path("event").asString());
				}
				if (rule.equals("late-correction-notice")) {
					notices.put(id, finding.path("workingDays").asInt());
				}
				else if (rule.equals("reply-overdue") && plain.contains(record)) {
					replies.put(id, finding.path("workingDays").asInt());
				}
			}
		}
		assertThat(notices).isEqualTo(byHand.lateCorrectionNotices());
		assertThat(replies).isEqualTo(byHand.overdueReplies());
		Statistics.label("findings").collect(notices.isEmpty() ? "no late notice" : "late notice");
		Statistics.label("findings of replies").collect(replies.isEmpty() ? "none overdue" : "overdue");
	}

	/// Nothing differs from itself, and two differences one after the other are the one
	/// between the ends.
	void differencesCompose(String agency, int year, List<Long> positions, int moment) {
		List<String> views = new ArrayList<>();
		for (int step = 0; step < 3; step++) {
			long position = positions.get((moment * (step + 1)) % positions.size());
			views
				.add(position + " " + ((step == moment % 3) ? LocalDate.of(year, 1 + moment % 12, 15).toString() : ""));
		}
		String a = views.get(0);
		String b = views.get(1);
		String c = views.get(2);
		assertThat(Changes.of(difference(agency, year, a, a)).isEmpty()).isTrue();
		assertThat(Changes.of(difference(agency, year, a, b)).then(Changes.of(difference(agency, year, b, c))))
			.isEqualTo(Changes.of(difference(agency, year, a, c)));
	}

	private JsonNode difference(String agency, int year, String from, String to) {
		return this.office.get("/api/audit/difference?withSubordinates=true&agency=" + agency + "&year=" + year
				+ view("from", from) + view("to", to));
	}

	private static String view(String side, String view) {
		String[] parts = view.split(" ", -1);
		return "&" + side + "KnownAt=" + parts[0] + (parts[1].isEmpty() ? "" : "&" + side + "EffectiveOn=" + parts[1]);
	}

	/// A difference as what changes to what: numbers of cells, records in cells, fields
	/// of cases.
	private record Changes(Map<String, List<String>> values) {

		static Changes of(JsonNode difference) {
			Map<String, List<String>> values = new HashMap<>();
			difference.path("cells").forEach((one) -> {
				String cell = one.path("cell").toString();
				String from = one.path("from").asString();
				String to = one.path("to").asString();
				if (!from.equals(to)) {
					values.put(cell, List.of(from, to));
				}
				if (one.at("/cell/table").asInt() != 2) {
					one.path("gone").forEach((id) -> values.put(cell + id.asString(), List.of("in", "")));
					one.path("come").forEach((id) -> values.put(cell + id.asString(), List.of("", "in")));
				}
			});
			difference.path("cases")
				.forEach(
						(one) -> one.path("fields")
							.forEach((field) -> values.put(
									one.path("applicationId").asString() + field.path("field").asString(),
									List.of(field.path("from").asString(""), field.path("to").asString("")))));
			values.values().removeIf((change) -> change.getFirst().equals(change.getLast()));
			return new Changes(values);
		}

		boolean isEmpty() {
			return this.values.isEmpty();
		}

		Changes then(Changes next) {
			Map<String, List<String>> both = new HashMap<>(this.values);
			next.values.forEach((what, change) -> {
				List<String> first = this.values.get(what);
				both.put(what, List.of((first == null) ? change.getFirst() : first.getFirst(), change.getLast()));
			});
			both.values().removeIf((change) -> change.getFirst().equals(change.getLast()));
			return new Changes(both);
		}

	}

}
