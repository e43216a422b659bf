package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.access.Rights;
import org.gongkai.access.Scoped;
import org.gongkai.command.CommandCatalog;
import org.gongkai.events.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What an account is told of another agency's records: nothing, and not whether they exist. Each agency has a record of
/// every kind under the number 1, and none under 404.
class ForeignRecordTest {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static House house;

	private static CommandSamples samples;

	@BeforeAll
	static void open() {
		house = new House();
		for (String agency : List.of("own", "below", "foreign")) {
			filled(agency);
		}
		for (Role role : Role.values()) {
			String name = role.name().toLowerCase(java.util.Locale.ROOT);
			house.account(name, name, ", \"agency\": \"own\"");
		}
		samples = new CommandSamples(house.get("owner", "/v3/api-docs/commands").at("/components/schemas"));
		house.get("owner", "/api/applications?fresh=true");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	/// One record of every kind, with words that only this agency has.
	private static void filled(String agency) {
		house.done("receive-application",
				"""
						{"agency": "%1$s", "applicationNo": "1", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2023-03-04", "receivedOn": "2023-03-04", "personal": {"name": "人在%1$s", "subject": "事在%1$s"}}"""
					.formatted(agency));
		house.done("decide-application",
				"{\"applicationId\": \"" + agency + "/1\", \"outcome\": \"granted\", \"decidedOn\": \"2023-06-20\"}");
		house.done("file-review", """
				{"agency": "%1$s", "disputeNo": "1", "applicationId": "%1$s/1", "against": "reply",
				"filedOn": "2023-07-03", "personal": {"party": "方在%1$s"}}""".formatted(agency));
		house.done("draft-information", """
				{"agency": "%1$s", "informationNo": "1", "category": "article_20_1", "madeOn": "2023-03-04",
				"personal": {"text": "稿在%1$s"}}""".formatted(agency));
		house.done("make-document",
				"""
						{"agency": "%1$s", "documentNo": "1", "kind": "normative_document", "title": "题在%1$s", "madeOn": "2023-03-04"}"""
					.formatted(agency));
		house.done("record-tally",
				"""
						{"agency": "%1$s", "tallyNo": "1", "item": "licences", "from": "2023-01-01", "to": "2023-06-30", "count": 7777}"""
					.formatted(agency));
		house.done("open-report",
				"{\"reportId\": \"" + agency + "/2023\", \"withSubordinates\": false, \"openedOn\": \"2024-01-03\"}");
	}

	/// An answer without what repeats the question, and without the token of its form.
	private static String told(HttpResponse<String> answer, String number) {
		return answer.statusCode() + " "
				+ answer.body()
					.replace(number, "NUMBER")
					.replace(Walk.encoded(number), "NUMBER")
					.replaceAll("\"instance\":\"[^\"]*\"", "")
					.replaceAll("<input [^>]*name=\"_csrf\"[^>]*>", "");
	}

	private static Stream<String> rolesOf(String operation) {
		return Rights.rows()
			.stream()
			.filter((right) -> right.operation().equals(operation))
			.flatMap((right) -> right.roles().stream())
			.map((role) -> role.name().toLowerCase(java.util.Locale.ROOT));
	}

	@Test
	void a_command_about_a_foreign_record_is_refused_alike_whether_the_record_exists() {
		List<String> wrong = new ArrayList<>();
		for (var type : CommandCatalog.types()) {
			String command = CommandCatalog.nameOf(type);
			String body = samples.of(type.getSimpleName(), "foreign");
			if (!body.contains("foreign/1")) {
				continue;
			}
			String role = rolesOf(command).findFirst().orElseThrow();
			for (String path : List.of("/api/commands/" + command, "/api/commands/" + command + "/preview")) {
				HttpResponse<String> there = house.call(role, "POST", path, body);
				HttpResponse<String> none = house.call(role, "POST", path, body.replace("foreign/1", "foreign/404"));
				if (there.statusCode() != 403 || !told(there, "foreign/1").equals(told(none, "foreign/404"))) {
					wrong.add(path + " " + there.statusCode() + " " + there.body() + " " + none.body());
				}
			}
		}

		assertThat(wrong).isEmpty();
	}

	@Test
	void a_question_about_a_foreign_record_is_refused_alike_whether_the_record_exists() {
		List<String> wrong = new ArrayList<>();
		int asked = 0;
		for (Endpoint endpoint : Endpoint.all().values()) {
			for (String name : endpoint.names(Scoped.Kind.RECORD)) {
				for (String role : rolesOf(endpoint.operation()).toList()) {
					for (String kind : List.of("", "review:", "document:", "reply-overdue:")) {
						HttpResponse<String> there = question(role, endpoint, name, kind + "foreign/1");
						HttpResponse<String> none = question(role, endpoint, name, kind + "foreign/404");
						asked++;
						if (there.statusCode() != 403 || !told(there, "foreign/1").equals(told(none, "foreign/404"))) {
							wrong.add(endpoint.operation() + " " + name + " " + role + " " + there.statusCode() + " "
									+ none.statusCode());
						}
					}
				}
			}
		}

		assertThat(wrong).isEmpty();
		assertThat(asked).isGreaterThan(200);
	}

	private static HttpResponse<String> question(String account, Endpoint endpoint, String name, String id) {
		String fields = name + "=" + Walk.encoded(id) + "&year=2023&event=x";
		String path = endpoint.path().replace("{command}", "none");
		return endpoint.verb().equals("GET") ? house.call(account, "GET", path + "?" + fields, "")
				: house.call(account, "POST", path, FORM, fields);
	}

	@Test
	void every_value_of_a_repeated_parameter_is_checked() {
		for (String query : List.of("agency=own&agency=foreign", "agency=foreign&agency=own",
				"agency=&agency=foreign")) {
			assertThat(house.call("clerk", "GET", "/api/applications?" + query, "").statusCode()).as(query)
				.isEqualTo(403);
		}
		assertThat(
				house.call("clerk", "POST", "/api/applications/search?agency=own", FORM, "agency=foreign").statusCode())
			.isEqualTo(403);
		assertThat(
				house.call("clerk", "POST", "/api/applications/search?agency=foreign", FORM, "agency=own").statusCode())
			.isEqualTo(403);
		assertThat(house.call("clerk", "GET", "/api/application?id=own/1&id=foreign/1", "").statusCode())
			.isEqualTo(403);
		assertThat(house.call("clerk", "GET", "/api/reports/own/2023?agency=foreign", "").statusCode()).isEqualTo(403);
		assertThat(house.call("clerk", "GET", "/api/reports/foreign/2023?agency=own", "").statusCode()).isEqualTo(403);
		assertThat(house.call("clerk", "GET", "/api/audit/findings?agency=own&record=foreign/1", "").statusCode())
			.isEqualTo(403);
		for (String below : List.of("true", "TRUE", "on", "yes", "1", "false&withSubordinates=true")) {
			assertThat(house.call("clerk", "GET", "/api/applications?agency=own&withSubordinates=" + below, "")
				.statusCode()).as(below).isEqualTo(403);
		}
		assertThat(house.call("clerk", "GET", "/api/applications?agency=own&withSubordinates=false", "").statusCode())
			.isEqualTo(200);
	}

	@Test
	void a_filing_that_names_a_foreign_case_is_refused_alike_whether_the_case_exists() {
		String review = "{\"agency\": \"own\", \"disputeNo\": \"9\", \"applicationId\": \"foreign/1\", \"against\": \"inaction\", \"filedOn\": \"2023-03-01\"}";
		String suit = "{\"agency\": \"own\", \"disputeNo\": \"9\", \"kind\": \"direct\", \"coDefendant\": true, \"applicationId\": \"foreign/1\", \"against\": \"inaction\", \"filedOn\": \"2023-03-01\"}";
		String after = "{\"agency\": \"own\", \"disputeNo\": \"9\", \"kind\": \"after_review\", \"coDefendant\": true, \"reviewId\": \"review:foreign/1\", \"against\": \"reply\", \"filedOn\": \"2024-03-01\"}";
		String rectified = "{\"disputeId\": \"review:own/1\", \"rectifiedOn\": \"2024-01-03\", \"reason\": \"误录\", \"applicationId\": \"foreign/1\"}";
		String ordered = "{\"applicationId\": \"own/1\", \"orderedOn\": \"2024-01-03\", \"disputeId\": \"review:foreign/1\"}";
		Map<String, String> filings = Map.of("file-review", review, "rectify-dispute", rectified, "order-redecision",
				ordered);

		filings.forEach(ForeignRecordTest::sameAnswer);
		sameAnswer("file-lawsuit", suit);
		sameAnswer("file-lawsuit", after);
		assertThat(house.call("clerk", "POST", "/api/commands/file-lawsuit", suit).body()).contains("not-allowed")
			.doesNotContain("2023-03-04");
		assertThat(house.call("clerk", "GET", "/disputes/new?after=review:foreign/1", "").statusCode()).isEqualTo(403);
		assertThat(house.call("clerk", "GET", "/disputes/new?agency=own&about=foreign/1", "").statusCode())
			.isEqualTo(403);
	}

	private static void sameAnswer(String command, String body) {
		for (String path : List.of("/api/commands/" + command, "/api/commands/" + command + "/preview")) {
			HttpResponse<String> there = house.call("clerk", "POST", path, body);
			HttpResponse<String> none = house.call("clerk", "POST", path, body.replace("foreign/1", "foreign/404"));
			assertThat(told(there, "foreign/1")).as(command).isEqualTo(told(none, "foreign/404"));
			assertThat(there.statusCode()).as(there.body()).isBetween(400, 499);
		}
	}

	@Test
	void a_row_of_a_foreign_agency_is_refused_before_it_is_compared_with_the_record() {
		Map<String, String> files = Map.of("applications",
				"application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject\n"
						+ "1,foreign,business,某,online,2023-05-08,2023-05-08,某\n404,foreign,business,某,online,2023-05-08,2023-05-08,某\n",
				"documents", "机关代码,文号,文件种类,标题,制发日期\nforeign,1,规范性文件,某,2023-05-08\nforeign,404,规范性文件,某,2023-05-08\n",
				"tallies",
				"机关代码,统计编号,统计项目,起始日期,截止日期,数量\nforeign,1,行政许可,2023-01-01,2023-06-30,5\nforeign,404,行政许可,2023-01-01,2023-06-30,5\n");

		files.forEach((what, content) -> {
			String id = House
				.json(house.call("clerk", "POST", "/api/imports/" + what + "?fileName=f.csv",
						"application/octet-stream", content))
				.path("id")
				.asString();
			await().until(() -> !house.get("clerk", "/api/imports/" + id).path("state").asString().equals("running"));
			var import_ = house.get("clerk", "/api/imports/" + id);
			assertThat(import_.path("findings").valueStream().map((one) -> one.path("code").asString()))
				.as(what + import_)
				.hasSize(2)
				.containsOnly("not-allowed");
			assertThat(import_.path("recorded").asInt() + import_.path("unchanged").asInt()).isZero();
			assertThat(import_.toString()).doesNotContain("7777", "题在", "2023-03-04");
		});
	}

	/// Whatever a role reads within one agency has nothing of another one, in any format.
	@Test
	void no_list_search_count_or_file_has_anything_of_another_agency() {
		Map<String, List<String>> values = Map.of("format", List.of("json", "csv", "xlsx", "docx", "zip", "html"));
		Set<String> leaks = new TreeSet<>();
		Set<String> read = new TreeSet<>();
		for (Endpoint endpoint : Endpoint.all().values()) {
			boolean search = endpoint.verb().equals("POST")
					&& endpoint.path().matches("/api/.*/search|/applications|/disputes|/information");
			if (!endpoint.verb().equals("GET") && !search) {
				continue;
			}
			for (String role : rolesOf(endpoint.operation()).toList()) {
				for (String fields : questions(endpoint, values)) {
					String path = endpoint.path()
						.replace("{agency}", "own")
						.replace("{code}", "own")
						.replace("{year}", "2023")
						.replace("{section}", "overview")
						.replaceAll("\\{shelf:[^}]*}", "documents")
						.replaceAll("\\{[^}]*}", "1");
					Walk.Answer answer = search ? Walk.ask(house, role, path, fields)
							: Walk.ask(house, role, path + "?" + fields, "");
					if (answer.status() == 200) {
						read.add(endpoint.operation());
					}
					for (String word : List.of("foreign/", "below/", "在foreign", "在below")) {
						if (answer.text().contains(word)) {
							leaks.add(endpoint.operation() + " " + role + " " + fields + ": " + word);
						}
					}
				}
			}
		}

		assertThat(leaks).isEmpty();
		assertThat(read).hasSizeGreaterThan(60);
		for (String path : List.of("/api/applications", "/api/disputes", "/api/information", "/api/documents",
				"/api/tallies")) {
			assertThat(house.get("clerk", path).path("total").asInt()).as(path).isEqualTo(1);
		}
	}

	/// The edition of last year counts the agencies below; what differs from it is told
	/// case by case.
	@Test
	void what_an_edition_counts_of_agencies_below_is_shown_to_a_grant_that_reaches_them() {
		house.account("wide", "clerk", ", \"agency\": \"own\", \"withSubordinates\": true");
		house.done("open-report",
				"{\"reportId\": \"own/2022\", \"withSubordinates\": true, \"openedOn\": \"2023-01-03\"}");
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			house.done("write-section", "{\"reportId\": \"own/2022\", \"section\": \"" + section
					+ "\", \"body\": \"如实办理。\", \"writtenOn\": \"2023-01-04\"}");
		}
		house.done("submit-report", "{\"reportId\": \"own/2022\", \"submittedOn\": \"2023-01-10\"}");
		house.done("approve-report", "{\"reportId\": \"own/2022\", \"approvedOn\": \"2023-01-11\"}");
		house.done("publish-report", "{\"reportId\": \"own/2022\", \"publishedOn\": \"2023-01-12\"}");
		house.get("owner", "/api/reports?fresh=true");

		for (String path : List.of("/api/reports/own/2022/editions/1/comparison",
				"/reports/own/2022/editions/1/comparison", "/api/reports/own/2023/bridge",
				"/api/audit/evidence/own/2023", "/reports/own/2023/bridge",
				"/reports/own/2023/bridge?withSubordinates=false")) {
			assertThat(house.call("clerk", "GET", path, "").statusCode()).as(path).isEqualTo(403);
			assertThat(house.call("wide", "GET", path, "").statusCode()).as(path).isEqualTo(200);
		}
		assertThat(house.call("clerk", "GET", "/api/reports/own/2022/editions/1", "").statusCode()).isEqualTo(200);
	}

	private static List<String> questions(Endpoint endpoint, Map<String, List<String>> values) {
		Set<String> names = Stream.of(endpoint.handler().getParameters())
			.map(java.lang.reflect.Parameter::getName)
			.collect(Collectors.toSet());
		String record = endpoint.names(Scoped.Kind.RECORD)
			.stream()
			.map((name) -> name + "="
					+ (endpoint.path().contains("dispute") ? "review:own/1"
							: endpoint.path().contains("disclosure") ? "document:own/1" : "own/1"))
			.collect(Collectors.joining("&"));
		List<String> questions = new ArrayList<>();
		questions.add(record + "&row=new&column=total&block=review&year=2023&size=50&seed=" + "0".repeat(64)
				+ "&event=application.ApplicationReceived&disputes=new_only");
		if (names.contains("q")) {
			questions.add("q=" + Walk.encoded("在fore"));
			questions.add("q=" + Walk.encoded("在"));
		}
		if (names.contains("format")) {
			values.get("format").forEach((format) -> questions.add("format=" + format));
		}
		return questions;
	}

}
