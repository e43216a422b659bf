package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What an account sees, and what is written down of that.
class ScopeTest {

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
		List.of("own", "below", "above", "foreign").forEach(house::received);
		house.account("clerk", "clerk", ", \"agency\": \"own\", \"withSubordinates\": true");
		house.account("narrow", "clerk", ", \"agency\": \"own\"");
		house.account("inspector", "inspector", "");
		house.account("administrator", "administrator", "");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void a_search_that_names_no_agency_finds_what_is_in_one_s_charge() {
		house.get("owner", "/api/applications?fresh=true");

		assertThat(found("clerk")).containsExactlyInAnyOrder("own/1", "below/1");
		assertThat(found("narrow")).containsExactly("own/1");
		assertThat(found("inspector")).hasSize(4);
		assertThat(house.call("clerk", "GET", "/applications", "").body()).contains("own/1", "below/1")
			.doesNotContain("above/1", "foreign/1");
		assertThat(house.call("clerk", "GET", "/", "").body()).contains("id=own/1", "id=below/1")
			.doesNotContain("id=above/1", "id=foreign/1");
		assertThat(house.call("administrator", "GET", "/", "").body()).contains("没有在办的申请")
			.doesNotContain("张三", "id=own/1");
	}

	@Test
	void who_was_shown_a_case_is_written_down_and_stays() {
		house.get("clerk", "/api/application?fresh=true&id=below/1");

		assertThat(house.get("inspector", "/api/sightings?record=below/1").path("sightings").valueStream())
			.anySatisfy((sighting) -> {
				assertThat(sighting.path("account").asString()).isEqualTo("clerk");
				assertThat(sighting.path("place").asString()).isEqualTo("GET /api/application");
				assertThat(sighting.path("address").asString()).isEqualTo("127.0.0.1");
			});
		assertThat(house.call("clerk", "GET", "/api/sightings?record=below/1", "").statusCode()).isEqualTo(403);
	}

	@Test
	void an_inspector_leafs_through_looks_by_record_and_by_person_and_only_in_his_charge() {
		house.account("supervisor", "inspector", ", \"agency\": \"own\"");
		house.get("owner", "/api/applications?fresh=true");
		house.call("clerk", "GET", "/applications/show?id=own/1", "");

		assertThat(house.call("supervisor", "GET", "/sightings?record=own/1", "").body())
			.contains("谁看过", "clerk", "GET /applications/show", "record=own/1")
			.doesNotContain("below/1", "foreign/1");
		assertThat(house.get("supervisor", "/api/sightings?person=owner").path("sightings").valueStream()).isNotEmpty()
			.allSatisfy((look) -> assertThat(look.path("records").valueStream().map((id) -> id.asString()))
				.containsExactly("own/1"));
		JsonNode last = house.get("inspector", "/api/sightings?size=1").at("/sightings/0");
		assertThat(house.get("inspector", "/api/sightings?size=1&before=" + last.path("number").asLong())
			.at("/sightings/0/number")
			.asLong()).isLessThan(last.path("number").asLong()).isPositive();
		assertThat(house.call("supervisor", "GET", "/applications/show?id=own/1", "").body())
			.contains("/sightings?record=own/1");
		assertThat(house.call("clerk", "GET", "/applications/show?id=own/1", "").body()).doesNotContain("/sightings");
		assertThat(house.call("clerk", "GET", "/sightings", "").statusCode()).isEqualTo(403);
	}

	@Test
	void a_file_records_the_rows_of_one_s_own_agency_and_refuses_the_others() {
		HttpResponse<String> taken = house.call("narrow", "POST", "/api/imports/tallies?fileName=t.csv",
				"application/octet-stream",
				"机关代码,统计项目,起始日期,截止日期,数量\nown,行政许可,2024-01-01,2024-06-30,5\nforeign,行政许可,2024-01-01,2024-06-30,5\n");
		String id = House.json(taken).path("id").asString();
		org.awaitility.Awaitility.await()
			.until(() -> house.get("narrow", "/api/imports/" + id).path("state").asString().equals("done"));

		assertThat(house.get("narrow", "/api/imports/" + id).path("recorded").asInt()).isEqualTo(1);
		assertThat(house.get("narrow", "/api/imports/" + id).at("/findings/0/code").asString())
			.isEqualTo("not-allowed");
		assertThat(house.call("clerk", "GET", "/api/imports/" + id, "").statusCode()).isEqualTo(404);
	}

	@Test
	void nobody_grants_to_himself_and_what_is_taken_back_is_taken_back_at_once() {
		assertThat(house.call("administrator", "POST", "/api/accounts/administrator/grants", "{\"role\": \"clerk\"}")
			.statusCode()).isEqualTo(403);
		house.account("gone", "clerk", ", \"agency\": \"own\"");
		house.get("gone", "/api/applications");
		house.call("administrator", "POST", "/api/accounts/gone/revocations",
				"{\"role\": \"clerk\", \"agency\": \"own\"}");
		assertThat(house.call("gone", "GET", "/api/applications", "").statusCode()).isEqualTo(403);
		house.call("administrator", "POST", "/api/accounts/gone/lock", "");
		assertThat(house.call("gone", "GET", "/api/applications", "").statusCode()).isEqualTo(401);
	}

	private static List<String> found(String account) {
		return house.get(account, "/api/applications?fresh=true")
			.path("items")
			.valueStream()
			.map((item) -> item.path("applicationId").asString())
			.toList();
	}

}
