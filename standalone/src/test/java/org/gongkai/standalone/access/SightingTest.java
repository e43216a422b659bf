package org.gongkai.standalone.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever is shown somebody's name, or anything else that is personal, is written down: by every endpoint and every page.
class SightingTest {

	private static House house;

	private static People people;

	/// The last look at each record.
	private static final Map<String, Long> SEEN = new HashMap<>();

	@BeforeAll
	static void open() {
		house = new House();
		people = new People(house);
		house.account("inspector", "inspector", "");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void whatever_tells_of_somebody_is_written_down() {
		List<String> wrong = new ArrayList<>();
		Set<String> told = new TreeSet<>();
		new Walk(house, people.samples(List.of(people.position / 2, people.position))).all("owner", (call, answer) -> {
			Set<String> shown = new TreeSet<>();
			People.WORDS.forEach((word, record) -> {
				if (tells(call, answer, word, record)) {
					told.add(word);
					shown.add(record);
				}
			});
			shown.stream()
				.filter((record) -> !isWrittenDown(call, record))
				.forEach((record) -> wrong.add(call + " tells of " + record));
		});

		assertThat(wrong).isEmpty();
		assertThat(told).containsExactlyInAnyOrderElementsOf(People.WORDS.keySet());
	}

	/// What was typed into a search stands in its answer too; it tells something only
	/// beside a record.
	private static boolean tells(Walk.Call call, Walk.Answer answer, String word, String record) {
		return answer.text().contains(word) && (!call.form().contains(Walk.encoded(word))
				|| answer.text().contains(record) || answer.text().contains(record.replace("复", "%E5%A4%8D")));
	}

	/// By a look that is newer than the last, of who asked, at the record, by this
	/// endpoint.
	private static boolean isWrittenDown(Walk.Call call, String record) {
		JsonNode latest = house.get("inspector", "/api/sightings?size=1&record=" + Walk.encoded(record))
			.at("/sightings/0");
		boolean isNew = latest.path("number").asLong(0) > SEEN.getOrDefault(record, 0L);
		SEEN.put(record, latest.path("number").asLong(0));
		return isNew && latest.path("actor").asString("").equals("owner")
				&& latest.path("place").asString("").equals(call.operation());
	}

}
