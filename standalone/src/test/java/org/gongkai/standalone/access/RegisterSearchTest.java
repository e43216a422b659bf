package org.gongkai.standalone.access;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The three registers whose filters are posted, used by a clerk who signed in with a password.
class RegisterSearchTest {

	private static House house;

	private static PasswordSession clerk;

	@BeforeAll
	static void open() {
		house = new House();
		for (int i = 1; i <= 51; i++) {
			house.received("own", "号" + i);
			house.done("file-review", """
					{"agency": "own", "disputeNo": "复%d", "against": "other", "filedOn": "2024-05-06"}""".formatted(i));
			house.done("draft-information", """
					{"agency": "own", "informationNo": "信%d", "category": "article_20_1", "madeOn": "2024-03-04"}"""
				.formatted(i));
		}
		house.get("owner", "/api/applications?fresh=true");
		clerk = house.signIn("clerk", "clerk", ", \"agency\": \"own\"");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void applications_are_searched_and_paged() {
		search("/applications", "号51");
	}

	@Test
	void disputes_are_searched_and_paged() {
		search("/disputes", "复51");
	}

	@Test
	void information_is_searched_and_paged() {
		search("/information", "信51");
	}

	private static void search(String register, String words) {
		clerk.open(register);
		assertThat(clerk.page().selectFirst(".count strong").text()).isEqualTo("51");
		List<String> first = records();

		turn(register, "下一页");
		List<String> second = records();
		assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
		assertThat(first.size() + second.size()).isEqualTo(51);

		turn(register, "上一页");
		assertThat(records()).isEqualTo(first);

		clerk.submit(clerk.form(register), Map.of("q", words));
		assertThat(clerk.response().statusCode()).isEqualTo(200);
		assertThat(records()).containsExactly(words);
	}

	private static void turn(String register, String button) {
		Element pressed = clerk.page().selectFirst(".pages button[name=page]:containsOwn(" + button + ")");
		assertThat(pressed).as(button).isNotNull();
		clerk.submit(clerk.form(register), Map.of("page", pressed.attr("value")));
		assertThat(clerk.response().statusCode()).isEqualTo(200);
	}

	private static List<String> records() {
		return clerk.page().select("table.list tbody th").eachText();
	}

}
