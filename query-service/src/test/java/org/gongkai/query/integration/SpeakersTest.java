package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.access.AccessEvent;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.query.integration.Receiving.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpeakersTest {

	private static final LocalDate DAY = LocalDate.parse("2024-01-02");

	private final Receiving receiving = new Receiving();

	private final SourceLog one = new SourceLog("one.example/log");

	private final SourceLog other = new SourceLog("other.example/log");

	private final MemoryTopic ofOne = new MemoryTopic();

	private final MemoryTopic ofOther = new MemoryTopic();

	@AfterEach
	void stop() {
		this.receiving.close();
	}

	@Test
	void two_townships_that_register_the_same_county_are_under_one_county() {
		send(this.ofOne, this.one, county("沭阳县人民政府", null), township("321301", "甲镇人民政府"), asked("321301/1"));
		send(this.ofOther, this.other, county("沭阳县人民政府", null), township("321302", "乙镇人民政府"), asked("321302/1"));

		Receiving.reaches(this.receiving.receive(this.one, this.ofOne), 3);
		Receiving.reaches(this.receiving.receive(this.other, this.ofOther), 3);

		assertThat(this.receiving.order()).containsExactly("agency:321300#0", "agency:321301#0", "321301/1#0",
				"agency:321302#0", "321302/1#0");
	}

	@Test
	void another_name_for_the_same_agency_stops_the_source_until_it_is_said_by_the_first_too() {
		send(this.ofOne, this.one, county("沭阳县人民政府", null));
		send(this.ofOther, this.other, county("沭阳县政府", null), asked("321302/1"));
		Received first = this.receiving.receive(this.one, this.ofOne);
		Receiving.reaches(first, 1);
		Received second = this.receiving.receive(this.other, this.ofOther);

		assertThat(Receiving.stops(second, Fault.Kind.CONTRADICTION).detail())
			.isEqualTo("other.example/log says of agency 321300 “沭阳县政府”, COUNTY, under null, and one.example/log "
					+ "“沭阳县人民政府”, [COUNTY], under [null]: declare which source speaks for it "
					+ "(gongkai.query.follow.sources)");
		assertThat(second.standing().position()).isZero();

		send(this.ofOne, this.one, new AgencyRenamed("321300", "沭阳县政府", DAY));
		Receiving.reaches(first, 2);
		Receiving.reaches(second, 2);
	}

	@Test
	void a_declared_speaker_settles_what_the_agency_is() {
		Map<String, String> speakers = Map.of("321300", "other.example/log");
		send(this.ofOne, this.one, county("沭阳县政府", null), township("321301", "甲镇人民政府"));
		send(this.ofOther, this.other, county("沭阳县人民政府", null));

		Receiving.reaches(this.receiving.receive(this.one, this.ofOne, speakers), 2);
		Receiving.reaches(this.receiving.receive(this.other, this.ofOther, speakers), 1);

		assertThat(events()).extracting((event) -> ((AgencyRegistered) event).name())
			.containsExactly("甲镇人民政府", "沭阳县人民政府");
	}

	@Test
	void who_knows_nothing_above_an_agency_does_not_contradict_who_does() {
		send(this.ofOne, this.one, county("沭阳县人民政府", null));
		send(this.ofOther, this.other, county("沭阳县人民政府", "3213"), new LedgerOpened("321300", DAY));
		Receiving.reaches(this.receiving.receive(this.one, this.ofOne), 1);
		Receiving.reaches(this.receiving.receive(this.other, this.ofOther), 2);

		assertThat(this.receiving.order()).containsExactly("agency:321300#0", "agency:321300#1", "agency:321300#2");
	}

	@Test
	void records_of_one_agency_from_two_sources_stop_the_second() {
		send(this.ofOne, this.one, township("321301", "甲镇人民政府"), asked("321301/1"));
		send(this.ofOther, this.other, township("321301", "甲镇人民政府"), asked("321301/2"));
		Receiving.reaches(this.receiving.receive(this.one, this.ofOne), 2);
		Received second = this.receiving.receive(this.other, this.ofOther);

		assertThat(Receiving.stops(second, Fault.Kind.CONTRADICTION).detail())
			.isEqualTo("records of agency 321301 come from one.example/log and from other.example/log: "
					+ "only one of them can speak for it");
		assertThat(second.standing().position()).isEqualTo(1);
	}

	@Test
	void the_same_holidays_are_kept_once_and_others_stop_the_source() {
		send(this.ofOne, this.one, holidays("2024-01-01", "甲通知"));
		send(this.ofOther, this.other, holidays("2024-01-01", "乙通知"), holidays("2024-01-02", "乙通知"));
		Receiving.reaches(this.receiving.receive(this.one, this.ofOne), 1);
		Received second = this.receiving.receive(this.other, this.ofOther);

		assertThat(Receiving.stops(second, Fault.Kind.CONTRADICTION).detail())
			.startsWith("other.example/log and one.example/log announce other working days of 2024");
		assertThat(second.standing().position()).isEqualTo(1);
		assertThat(this.receiving.order()).containsExactly("calendar:2024#0");
	}

	private static void send(MemoryTopic topic, SourceLog source, Event... events) {
		for (Event event : events) {
			topic.send(0, source.record(0, event));
		}
	}

	private List<Event> events() {
		List<Event> events = new ArrayList<>();
		this.receiving.reader().read(0, 100).forEach((recorded) -> events.add(recorded.event()));
		assertThat(events).isNotEmpty().noneMatch((event) -> event instanceof AccessEvent);
		return events;
	}

	private static AgencyEvent county(String name, @Nullable String parent) {
		return new AgencyRegistered("321300", name, AgencyKind.COUNTY, parent, DAY);
	}

	private static AgencyEvent township(String code, String name) {
		return new AgencyRegistered(code, name, AgencyKind.TOWNSHIP, "321300", DAY);
	}

	private static ReasonsRequested asked(String id) {
		return new ReasonsRequested(id, LocalDate.parse("2024-07-01"));
	}

	private static CalendarAnnounced holidays(String day, String notice) {
		return new CalendarAnnounced(2024, List.of(LocalDate.parse(day)), List.of(), notice, DAY);
	}

}
