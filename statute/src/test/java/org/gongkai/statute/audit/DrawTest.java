package org.gongkai.statute.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DrawTest {

	private static final List<String> CASES = IntStream.range(0, 20).mapToObj((number) -> "T/" + number).toList();

	@Test
	void the_same_seed_draws_the_same_cases_in_whatever_order_they_are_listed() {
		List<String> mixed = new ArrayList<>(CASES);
		Collections.reverse(mixed);

		assertThat(drawn("checkpoint 1", CASES, 5)).hasSize(5).isEqualTo(drawn("checkpoint 1", mixed, 5));
		assertThat(drawn("checkpoint 2", CASES, 5)).isNotEqualTo(drawn("checkpoint 1", CASES, 5));
	}

	@Test
	void a_witness_who_signs_later_changes_no_draw() {
		String text = "gongkai\n120\nqq4tCpOJGMjPCDrKcKKFPFIgWnL0TKmzIbTUjFVDUPw=\n";

		assertThat(drawn(text + "\n— gongkai AbCd\n— archive EfGh\n", CASES, 5)).isEqualTo(drawn(text, CASES, 5))
			.isEqualTo(drawn(text + "\n— gongkai AbCd\n", CASES, 5))
			.isNotEqualTo(drawn(text.replace("120", "121"), CASES, 5));
	}

	@Test
	void more_cases_asked_for_are_the_same_and_more() {
		assertThat(drawn("checkpoint 1", CASES, 9)).startsWith(drawn("checkpoint 1", CASES, 4).toArray(String[]::new));
		assertThat(drawn("checkpoint 1", CASES, 50)).hasSize(20);
	}

	@Test
	void another_program_draws_the_same() throws NoSuchAlgorithmException {
		MessageDigest sha = MessageDigest.getInstance("SHA-256");
		String seed = String.format("%064x",
				new BigInteger(1, sha.digest("checkpoint 1".getBytes(StandardCharsets.UTF_8))));
		List<String> keys = new ArrayList<>();
		for (String id : CASES) {
			keys.add(String.format("%064x",
					new BigInteger(1, sha.digest((seed + ":" + id).getBytes(StandardCharsets.UTF_8)))) + " " + id);
		}
		Collections.sort(keys);

		assertThat(drawn("checkpoint 1", CASES, 7))
			.isEqualTo(keys.subList(0, 7).stream().map((key) -> key.substring(65)).toList());
	}

	@Test
	void every_case_is_as_likely_as_every_other() {
		int[] times = new int[CASES.size()];
		int draws = 4_000;
		int size = 5;
		for (int draw = 0; draw < draws; draw++) {
			drawn("checkpoint " + draw, CASES, size).forEach((id) -> times[CASES.indexOf(id)]++);
		}
		double expected = (double) draws * size / CASES.size();
		// without replacement the variance is smaller by the share that is not drawn
		double chi = IntStream.of(times).mapToDouble((time) -> Math.pow(time - expected, 2) / expected).sum()
				/ (1 - (double) size / CASES.size()) * (CASES.size() - 1) / CASES.size();

		// 19 degrees of freedom, one in a thousand: 43.82
		assertThat(chi).isLessThan(43.82);
	}

	@Test
	void each_stratum_gets_its_share_and_the_largest_remainders_the_rest() {
		LinkedHashMap<String, List<String>> strata = new LinkedHashMap<>();
		strata.put("granted", CASES.subList(0, 10));
		strata.put("denied", CASES.subList(10, 17));
		strata.put("carried_out", CASES.subList(17, 20));
		strata.put("other", List.of());

		List<Draw.Drawn> drawn = draw("checkpoint 1").from(strata, 5);

		// 2.5, 1.75 and 0.75: two of the three get one more
		assertThat(drawn.stream().map(Draw.Drawn::stratum)).containsExactly("granted", "granted", "denied", "denied",
				"carried_out");
		assertThat(drawn).allSatisfy((one) -> assertThat(strata.get(one.stratum())).contains(one.id()));
	}

	@Test
	void nothing_is_drawn_from_nothing_and_a_seed_is_a_digest() {
		assertThat(drawn("checkpoint 1", List.of(), 3)).isEmpty();
		assertThatThrownBy(() -> new Draw(new byte[31])).isInstanceOf(IllegalArgumentException.class);
	}

	private static List<String> drawn(String note, List<String> cases, int size) {
		LinkedHashMap<String, List<String>> one = new LinkedHashMap<>();
		one.put("all", cases);
		return draw(note).from(one, size).stream().map(Draw.Drawn::id).toList();
	}

	private static Draw draw(String note) {
		return new Draw(Draw.seed(note.getBytes(StandardCharsets.UTF_8)));
	}

}
