package org.gongkai.acceptance.ledger;

import org.gongkai.statute.report.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Table three as someone with the log and a pencil would count it: looks up in each case's entries what holds, then goes
/// through the days, puts what comes in on a pile and takes what is concluded off it. Shares no code with the product,
/// not even its events.
public final class HandCount {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> CLOSINGS = Map.of("application.CorrectionLapsed", "other_1",
			"application.FeeLapsed", "other_2", "application.ApplicationWithdrawn", "other_3");

	private static final Map<String, String> DAY_OF_CONCLUSION = Map.of("application.ApplicationDecided", "decidedOn",
			"application.CorrectionLapsed", "lapsedOn", "application.FeeLapsed", "lapsedOn",
			"application.ApplicationWithdrawn", "withdrawnOn");

	private final List<Entry> entries;

	private HandCount(List<Entry> entries) {
		this.entries = entries;
	}

	/// @param name the stored name of the event
	record Entry(long position, String stream, long sequence, String name, JsonNode payload) {

		LocalDate day(String field) {
			return LocalDate.parse(text(field));
		}

		String text(String field) {
			return this.payload.at("/" + field).asString();
		}

		boolean says(String field) {
			return this.payload.hasNonNull(field);
		}

	}

	/// What counts of a case.
	public record Counted(String id, String agency, String kind, LocalDate receivedOn, @Nullable String outcome,
			@Nullable LocalDate concludedOn) {
	}

	/// Reads what the streams of some agencies and their cases hold.
	/// @param codes of the agencies; a case, dispute, document or tally begins with the
	/// code
	/// of one
	public static HandCount of(JdbcTemplate log, Collection<String> codes) {
		List<Entry> entries = log.query("""
				select p.position, e.stream_id, e.sequence, e.name, e.payload::text as payload
				from log.events e join log.positions p using (event_index) order by p.position""",
				(row, _) -> new Entry(row.getLong("position"), row.getString("stream_id"), row.getLong("sequence"),
						row.getString("name"), JSON.readTree(row.getString("payload"))));
		Predicate<Entry> own = (entry) -> codes.stream()
			.anyMatch((code) -> entry.stream().equals("agency:" + code)
					|| entry.stream().substring(entry.stream().indexOf(':') + 1).startsWith(code + "/"));
		return new HandCount(entries.stream().filter(own).toList());
	}

	/// The log as if it ended at a position.
	HandCount cutAt(long position) {
		return new HandCount(this.entries.stream().filter((entry) -> entry.position() <= position).toList());
	}

	List<Long> positions() {
		return this.entries.stream().map(Entry::position).toList();
	}

	/// All cases whose record holds.
	public List<Counted> cases() {
		return streams("application.").values().stream().map(HandCount::counted).flatMap(Optional::stream).toList();
	}

	/// The ids of all cases, those whose record is void included.
	Set<String> ids() {
		return streams("application.").keySet();
	}

	/// The first year that an agency reports; 0 when its records begin with it.
	int firstYear(String agency) {
		return streams("agency.").getOrDefault("agency:" + agency, List.of())
			.stream()
			.filter((entry) -> entry.name().equals("agency.LedgerOpened"))
			.mapToInt((entry) -> entry.day("openedOn").getYear())
			.findAny()
			.orElse(0);
	}

	/// How an agency counts disputes: its last word on the year; null where it has none.
	@Nullable String disputeCounting(String agency, int year) {
		Entry choice = latest(streams("agency.").getOrDefault("agency:" + agency, List.of()),
				(entry) -> entry.name().equals("agency.DisputeCountingChosen")
						&& entry.payload().path("fromYear").asInt() <= year);
		return (choice == null) ? null : choice.text("counting");
	}

	/// All entries with such a name, by what they are about.
	Collection<List<Entry>> lives(String names) {
		return streams(names).values();
	}

	/// The agency and all that were below it on a day.
	Set<String> withSubordinates(String agency, LocalDate day) {
		Map<String, String> parents = new HashMap<>();
		streams("agency.").values().forEach((life) -> life.stream().filter((entry) -> switch (entry.name()) {
			case "agency.AgencyRegistered" -> !entry.day("registeredOn").isAfter(day);
			case "agency.AgencyReparented" -> !entry.day("movedOn").isAfter(day);
			default -> false;
		})
			.max(Comparator.comparing((Entry entry) -> entry.day(entry.says("movedOn") ? "movedOn" : "registeredOn"))
				.thenComparing(Entry::position))
			.ifPresent((entry) -> parents.put(entry.text("code"), entry.text("parent"))));
		Set<String> counted = new TreeSet<>(Set.of(agency));
		boolean more = true;
		while (more) {
			more = false;
			for (Map.Entry<String, String> one : parents.entrySet()) {
				more |= counted.contains(one.getValue()) && counted.add(one.getKey());
			}
		}
		return counted;
	}

	/// The cells of table three that are not empty: row, then kind, then the cases.
	public Map<String, Map<String, Set<String>>> tableThree(Set<String> agencies, int year) {
		List<Counted> own = cases().stream().filter((one) -> agencies.contains(one.agency())).toList();
		Map<LocalDate, List<Counted>> arrivals = own.stream().collect(Collectors.groupingBy(Counted::receivedOn));
		Map<LocalDate, List<Counted>> conclusions = own.stream()
			.filter((one) -> one.concludedOn() != null)
			.collect(Collectors.groupingBy((one) -> LocalDate.EPOCH.plusDays(one.concludedOn().toEpochDay())));
		Map<String, Map<String, Set<String>>> cells = new TreeMap<>();
		Set<Counted> pile = new TreeSet<>(Comparator.comparing(Counted::id));
		LocalDate day = arrivals.keySet().stream().min(Comparator.naturalOrder()).orElse(LocalDate.of(year, 1, 1));
		for (; day.getYear() <= year; day = day.plusDays(1)) {
			boolean inYear = day.getYear() == year;
			if (inYear && day.getDayOfYear() == 1) {
				pile.forEach((one) -> note(cells, "carried_in", one));
			}
			for (Counted one : arrivals.getOrDefault(day, List.of())) {
				pile.add(one);
				if (inYear) {
					note(cells, "new", one);
				}
			}
			for (Counted one : conclusions.getOrDefault(day, List.of())) {
				if (!pile.remove(one)) {
					throw new AssertionError(one + " is concluded and was never on the pile");
				}
				if (inYear) {
					note(cells, String.valueOf(one.outcome()), one);
					note(cells, "total", one);
				}
			}
		}
		pile.stream()
			.filter((one) -> one.receivedOn().getYear() <= year)
			.forEach((one) -> note(cells, "carried_out", one));
		return cells;
	}

	private static void note(Map<String, Map<String, Set<String>>> cells, String row, Counted one) {
		cells.computeIfAbsent(row, (_) -> new TreeMap<>())
			.computeIfAbsent(one.kind(), (_) -> new TreeSet<>())
			.add(one.id());
	}

	private Map<String, List<Entry>> streams(String names) {
		return this.entries.stream()
			.filter((entry) -> entry.name().startsWith(names))
			.collect(Collectors.groupingBy(Entry::stream, LinkedHashMap::new, Collectors.toList()));
	}

	private static Optional<Counted> counted(List<Entry> life) {
		List<Entry> standing = standing(life, "application.EntryStruck");
		if (!standing.contains(life.getFirst())) {
			return Optional.empty();
		}
		Entry receipt = standing.getFirst();
		Entry conclusion = latest(standing, (entry) -> DAY_OF_CONCLUSION.containsKey(entry.name()));
		Entry transfer = latest(standing, (entry) -> entry.name().equals("application.ApplicationTransferred"));
		String agency = (transfer == null) ? receipt.text("agency") : transfer.text("toAgency");
		String kind = word(standing, receipt, "applicantKind", receipt.text("applicantKind"));
		LocalDate receivedOn = LocalDate.parse(word(standing, receipt, "receivedOn", receipt.text("receivedOn")));
		if (conclusion == null) {
			return Optional.of(new Counted(receipt.stream(), agency, kind, receivedOn, null, null));
		}
		String outcome = CLOSINGS.getOrDefault(conclusion.name(), conclusion.text("outcome"));
		String on = conclusion.text(DAY_OF_CONCLUSION.getOrDefault(conclusion.name(), ""));
		return Optional
			.of(new Counted(receipt.stream(), agency, kind, receivedOn, word(standing, conclusion, "outcome", outcome),
					LocalDate.parse(word(standing, conclusion, "concludedOn", on))));
	}

	/// The entries that no other strikes.
	/// @param striking the name of those that strike
	static List<Entry> standing(List<Entry> life, String striking) {
		Set<Long> struck = life.stream()
			.filter((entry) -> entry.name().equals(striking))
			.map((entry) -> entry.payload().at("/struckSequence").asLong())
			.collect(Collectors.toSet());
		return life.stream().filter((entry) -> !struck.contains(entry.sequence())).toList();
	}

	private static String word(List<Entry> standing, Entry of, String field, String own) {
		return word(standing, of, "application.RecordRectified", field, own);
	}

	/// The last word on a field: of the latest rectification after an entry that names
	/// it, else the entry's own.
	static String word(List<Entry> standing, Entry of, String rectifying, String field, String own) {
		Entry right = latest(standing,
				(entry) -> entry.name().equals(rectifying) && entry.sequence() > of.sequence() && entry.says(field));
		return (right == null) ? own : right.text(field);
	}

	static @Nullable Entry latest(List<Entry> standing, Predicate<Entry> wanted) {
		return standing.reversed().stream().filter(wanted).findFirst().orElse(null);
	}

	/// A row as it is printed: the cases of each column by its name, and their sum.
	public static List<Integer> numbers(Map<String, Set<String>> kinds) {
		List<Integer> numbers = new ArrayList<>();
		for (Column column : Column.values()) {
			numbers.add((column == Column.TOTAL) ? kinds.values().stream().mapToInt(Set::size).sum()
					: kinds.getOrDefault(column.jsonName(), Set.of()).size());
		}
		return numbers;
	}

}
