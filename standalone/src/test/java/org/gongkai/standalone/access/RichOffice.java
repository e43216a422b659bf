package org.gongkai.standalone.access;

import java.util.List;

import org.awaitility.Awaitility;

/// Fills an office with a case, dispute, record, report and finding in every state, and more of each kind than one page of
/// its register shows.
final class RichOffice {

	/// More than one page of every register.
	private static final int MANY = 51;

	private static final List<String> SECTIONS = List.of("proactive_disclosure", "applications",
			"information_management", "platform", "supervision", "problems", "other_matters");

	private final House house;

	RichOffice(House house) {
		this.house = house;
		People people = new People(house);
		cases();
		disputes();
		records();
		report("own/2022", "2023");
		report("below/2023", "2024", "submit-report", "submitted");
		report("own/2021", "2022", "submit-report", "submitted", "approve-report", "approved");
		report("below/2021", "2022", "submit-report", "submitted", "approve-report", "approved");
		report("below/2022", "2023", "submit-report", "submitted", "approve-report", "approved", "publish-report",
				"published");
		house.done("reopen-report",
				"{\"reportId\": \"below/2022\", \"reopenedOn\": \"2023-02-01\", \"reason\": \"漏计一件\"}");
		findings(people.finding);
		many();
		house.get("owner", "/api/applications?fresh=true");
	}

	private void cases() {
		for (String agency : List.of("own", "below")) {
			received(agency, "新");
			received(agency, "补", "request-correction", "\"notifiedOn\": \"2024-03-06\", \"dueOn\": \"2024-03-20\"");
			received(agency, "逾补", "request-correction", "\"notifiedOn\": \"2024-03-06\", \"dueOn\": \"2024-03-20\"",
					"lapse-correction", "\"lapsedOn\": \"2024-03-25\"");
			received(agency, "三", "consult-third-party", "\"askedOn\": \"2024-03-06\"");
			received(agency, "机", "consult-agency", "\"askedOn\": \"2024-03-06\", \"consultedAgency\": \"县农业农村局\"");
			received(agency, "延", "extend-deadline",
					"\"notifiedOn\": \"2024-03-25\", \"workingDays\": 20, \"reason\": \"需要检索档案\", \"approvedBy\": \"李主任\"");
			received(agency, "由", "ask-for-reasons", "\"askedOn\": \"2024-03-06\"");
			received(agency, "费", "issue-fee-notice",
					"\"notifiedOn\": \"2024-03-06\", \"schedule\": \"per_item\", \"quantity\": 12, \"amountYuan\": 200");
			received(agency, "拟", "draft-decision", "\"outcome\": \"granted\", \"draftedOn\": \"2024-03-11\"");
			received(agency, "答", "decide-application", "\"outcome\": \"denied_1\", \"decidedOn\": \"2024-03-18\"");
			received(agency, "达", "decide-application", "\"outcome\": \"granted\", \"decidedOn\": \"2024-03-18\"",
					"deliver-reply", "\"way\": \"post\", \"deliveredOn\": \"2024-03-19\"");
			received(agency, "撤", "withdraw-application", "\"withdrawnOn\": \"2024-03-07\"");
		}
		received("above", "1");
		received("foreign", "1");
	}

	private void disputes() {
		String against = "{\"agency\": \"own\", \"applicationId\": \"own/答\", \"against\": \"reply\", \"filedOn\": \"2024-04-01\", \"disputeNo\": ";
		this.house.done("file-review", against + "\"复一\"}");
		this.house.done("file-review", against + "\"复二\"}");
		this.house.done("conclude-review",
				"{\"disputeId\": \"review:own/复二\", \"outcome\": \"corrected\", \"form\": \"revoked\", \"concludedOn\": \"2024-05-06\", \"ordersRedecision\": true}");
		this.house.done("file-review", against + "\"复三\"}");
		this.house.done("withdraw-review", "{\"disputeId\": \"review:own/复三\", \"withdrawnOn\": \"2024-05-06\"}");
		this.house.done("file-lawsuit", against + "\"诉一\", \"kind\": \"direct\"}");
		this.house.done("file-lawsuit", against + "\"诉二\", \"kind\": \"direct\"}");
		this.house.done("conclude-lawsuit",
				"{\"disputeId\": \"lawsuit:own/诉二\", \"outcome\": \"upheld\", \"concludedOn\": \"2024-06-06\"}");
	}

	private void records() {
		for (String state : List.of("待审", "待发", "已发", "已撤", "误录")) {
			this.house.done("draft-information",
					"{\"agency\": \"own\", \"informationNo\": \"%s\", \"category\": \"article_20_1\", \"madeOn\": \"2024-03-04\"}"
						.formatted(state));
		}
		for (String state : List.of("待发", "已发", "已撤")) {
			information("review-information", state,
					"\"reviewedOn\": \"2024-03-05\", \"secrecy\": \"passed\", \"privacy\": \"passed\", \"result\": \"publish\", \"reviewer\": \"赵科长\"");
		}
		for (String state : List.of("已发", "已撤")) {
			information("publish-information", state,
					"\"channel\": \"website\", \"title\": \"防汛预案\", \"publishedOn\": \"2024-03-08\"");
		}
		information("withdraw-information", "已撤", "\"withdrawnOn\": \"2024-03-10\"");
		information("strike-information", "误录", "\"struckOn\": \"2024-03-10\", \"reason\": \"误录\"");
		for (String number : List.of("有效", "修改", "废止")) {
			this.house.done("make-document",
					"{\"agency\": \"own\", \"documentNo\": \"%s\", \"kind\": \"normative_document\", \"title\": \"河道管理办法\", \"madeOn\": \"2024-03-01\"}"
						.formatted(number));
		}
		this.house.done("amend-document", "{\"documentId\": \"own/修改\", \"amendedOn\": \"2024-04-01\"}");
		this.house.done("repeal-document",
				"{\"documentId\": \"own/废止\", \"repealedOn\": \"2024-05-01\", \"way\": \"repealed\"}");
		for (String number : List.of("计一", "计二")) {
			this.house.done("record-tally",
					"{\"agency\": \"own\", \"tallyNo\": \"%s\", \"item\": \"penalties\", \"from\": \"2024-01-01\", \"to\": \"2024-06-30\", \"count\": 13}"
						.formatted(number));
		}
		this.house.done("strike-tally",
				"{\"tallyId\": \"own/计二\", \"struckOn\": \"2024-07-02\", \"reason\": \"重复登记\"}");
	}

	/// @param steps a command and the participle in the name of its day, in turn
	private void report(String id, String year, String... steps) {
		this.house.done("open-report",
				"{\"reportId\": \"%s\", \"withSubordinates\": false, \"openedOn\": \"%s-01-03\"}".formatted(id, year));
		for (String section : (steps.length == 0) ? List.<String>of() : SECTIONS) {
			this.house.done("write-section",
					"{\"reportId\": \"%s\", \"section\": \"%s\", \"body\": \"如实办理。\", \"writtenOn\": \"%s-01-04\"}"
						.formatted(id, section, year));
		}
		for (int step = 0; step < steps.length; step += 2) {
			this.house.done(steps[step],
					"{\"reportId\": \"%s\", \"%sOn\": \"%s-01-%s\"}".formatted(id, steps[step + 1], year, 10 + step));
		}
	}

	private void findings(String open) {
		this.house.done("answer-finding",
				"{\"findingId\": \"" + open + "\", \"answeredOn\": \"2024-08-01\", \"disputed\": false}");
		List<String> others = this.house.get("owner", "/api/audit/findings?fresh=true&agency=own")
			.path("items")
			.valueStream()
			.map((one) -> one.path("findingId").asString())
			.filter((id) -> !id.equals(open))
			.sorted()
			.limit(2)
			.toList();
		others.forEach((id) -> this.house.done("open-finding",
				"{\"findingId\": \"" + id + "\", \"openedOn\": \"2026-08-01\"}"));
		this.house.done("close-finding",
				"{\"findingId\": \"" + others.getFirst() + "\", \"closedOn\": \"2026-08-02\", \"result\": \"upheld\"}");
	}

	private void many() {
		StringBuilder rows = new StringBuilder(
				"application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject\n");
		for (int i = 1; i <= MANY; i++) {
			rows.append("many-%1$d,below,natural_person,李四%1$d,online,2024-05-08,2024-05-08,补偿标准%1$d%n".formatted(i));
			this.house.done("file-review", """
					{"agency": "below", "disputeNo": "many-%d", "against": "other", "filedOn": "2024-05-06"}"""
				.formatted(i));
			this.house.done("draft-information",
					"""
							{"agency": "below", "informationNo": "many-%d", "category": "article_20_1", "madeOn": "2024-03-04"}"""
						.formatted(i));
		}
		String id = House
			.json(this.house.call("owner", "POST", "/api/imports/applications?fileName=r.csv",
					"application/octet-stream", rows.toString()))
			.path("id")
			.asString();
		Awaitility.await()
			.until(() -> this.house.get("owner", "/api/imports/" + id).path("state").asString().equals("done"));
	}

	/// @param steps a command and its fields, in turn
	private void received(String agency, String number, String... steps) {
		this.house.received(agency, number);
		for (int step = 0; step < steps.length; step += 2) {
			this.house.done(steps[step],
					"{\"applicationId\": \"%s/%s\", %s}".formatted(agency, number, steps[step + 1]));
		}
	}

	private void information(String command, String number, String fields) {
		this.house.done(command, "{\"informationId\": \"own/%s\", %s}".formatted(number, fields));
	}

}
