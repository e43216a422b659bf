package org.gongkai.acceptance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

	/// The cells of an office and year are exclusive and complete.
	void theCellsAreExclusiveAndComplete(String agency, int year, boolean withSubordinates) {
		JsonNode proof = this.office
			.get("/api/audit/cells/" + agency + "/" + year + "?withSubordinates=" + withSubordinates);
		assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();
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
