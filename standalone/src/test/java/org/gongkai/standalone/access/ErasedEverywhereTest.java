package org.gongkai.standalone.access;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.gongkai.log.EventJson;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody who was forgotten is told of by no endpoint and no page, not in a view of the past and not in what others said of
/// the case; where the name stood, it is told that it was erased.
class ErasedEverywhereTest {

	private static final ListAppender<ILoggingEvent> SAID = new ListAppender<>();

	private static House house;

	private static People people;

	private static long after;

	@BeforeAll
	static void erase() {
		SAID.start();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(SAID);
		house = new House();
		people = new People(house);
		house.done("erase-applicant", "{\"applicationId\": \"" + People.CASE
				+ "\", \"erasedOn\": \"2024-06-03\", \"ground\": \"retention_expired\", \"reason\": \"保存期限届满\"}");
		after = people.position();
	}

	@AfterAll
	static void close() {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(SAID);
		house.close();
	}

	@Test
	void nothing_tells_of_somebody_who_was_erased() {
		List<String> wrong = new ArrayList<>();
		new Walk(house, people.samples(List.of(people.position, after))).all("owner", (call, answer) -> {
			People.WORDS.forEach((word, record) -> {
				boolean typed = call.form().contains(Walk.encoded(word));
				if (!record.equals(People.INFORMATION) && !typed && answer.text().contains(word)) {
					wrong.add(call + " tells " + word);
				}
			});
			if (answer.text().startsWith("{")) {
				unmarked(EventJson.mapper().readTree(answer.text()))
					.forEach((unmarked) -> wrong.add(call + " does not say that it was erased: " + unmarked));
			}
			else if (answer.text().contains("<th scope=\"col\">申请人</th>")) {
				Jsoup.parse(answer.text())
					.select("tr:has(th a[href$=id=" + People.CASE + "])")
					.stream()
					.filter((row) -> !row.text().contains("已删除"))
					.forEach((row) -> wrong.add(call + " does not say that it was erased: " + row.text()));
			}
		});

		assertThat(wrong).isEmpty();
		assertThat(house.call("owner", "GET", "/applications/show?id=" + People.CASE, "").body()).contains("个人信息已删除");
		assertThat(SAID.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((line) -> People.WORDS.keySet().stream().anyMatch(line::contains));
	}

	/// The lines of the case in an answer that do not say that it was erased.
	private static List<String> unmarked(JsonNode answer) {
		List<String> unmarked = new ArrayList<>();
		if (answer.path("applicationId").asString("").equals(People.CASE) && answer.has("applicantKind")
				&& answer.has("clockState") && !answer.path("erased").asBoolean(false)) {
			unmarked.add(answer.toString());
		}
		answer.forEach((part) -> unmarked.addAll(unmarked(part)));
		return unmarked;
	}

}
