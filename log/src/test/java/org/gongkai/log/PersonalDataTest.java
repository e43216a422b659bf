package org.gongkai.log;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Who people are stands in one object of an event, `personal`, and nowhere else: what is taken away with it names
/// nobody, and what stays counts the same.
class PersonalDataTest {

	private static final Set<Class<?>> PERSONAL = Set.of(Personal.class, PersonalText.class);

	/// Free texts of the office about its own work and names of organs. A text that is
	/// not here either belongs into
	/// `personal` or is added here by someone who has made sure that it is not about
	/// people.
	private static final Set<String> OF_THE_OFFICE = Set.of("applicationId", "agency", "applicationNo", "code", "name",
			"parent", "fromAgency", "toAgency", "consultedAgency", "reason", "approvedBy", "replyNo", "noticeNo",
			"legalBasis", "referredTo", "description", "source", "informationId", "informationNo", "documentId",
			"documentNo", "tallyId", "tallyNo", "reference", "title", "reviewer", "place", "disputeId", "disputeNo",
			"reviewId", "court", "reviewingOrgan", "decisionNo", "organ", "reportId", "body", "agencyName",
			"definition", "counted", "item", "amountWanYuan", "amountYuan", "table3", "table4Note", "facts",
			"correction", "findingId", "rule", "stream", "account", "displayName", "address");

	@ParameterizedTest
	@MethodSource("events")

	void a_text_outside_personal_is_the_office_s_own(Class<? extends Event> event) {
		assertThat(texts(event)).isSubsetOf(OF_THE_OFFICE);
	}

	@ParameterizedTest
	@MethodSource("events")
	void what_is_personal_stands_in_the_field_of_that_name(Class<? extends Event> event) {
		assertThat(event.getRecordComponents())
			.allSatisfy((component) -> assertThat(component.getName().equals("personal")).as(component.getName())
				.isEqualTo(PERSONAL.contains(component.getType())));
	}

	@ParameterizedTest
	@MethodSource("events")
	void an_event_without_its_personal_object_has_no_word_of_it(Class<? extends Event> event) {
		ObjectNode stored = (ObjectNode) EventJson.mapper().readTree(EventJson.write(SampleEvent.full(event)));
		stored.remove("personal");

		assertThat(stored.toString()).doesNotContain(Stream.of(Personal.class, PersonalText.class)
			.flatMap((type) -> Arrays.stream(type.getRecordComponents()))
			.map(RecordComponent::getName)
			.filter((name) -> !OF_THE_OFFICE.contains(name))
			.map((name) -> "“" + name + "”")
			.toArray(String[]::new));
	}

	static Stream<Class<? extends Event>> events() {
		return EventCatalog.types().stream();
	}

	private static Stream<String> names(String name, Type type) {
		if (type instanceof ParameterizedType list) {
			return names(name, list.getActualTypeArguments()[0]);
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isRecord()) {
			return PERSONAL.contains(plain) ? Stream.of() : texts(plain).stream();
		}
		return CharSequence.class.isAssignableFrom(plain) ? Stream.of(name) : Stream.of();
	}

	private static Set<String> texts(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.flatMap((component) -> names(component.getName(), component.getGenericType()))
			.collect(Collectors.toSet());
	}

}
