package org.gongkai.standalone.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;

/// A year of the agency `own` in which somebody is named wherever the product takes a name, by words that occur nowhere else.
final class People {

	static final String CASE = "own/1";

	static final String DISPUTE = "review:own/复1";

	static final String INFORMATION = "information:own/X1";

	/// In which record each word stands.
	static final Map<String, String> WORDS = Map.of("瞿灵韵", CASE, "瞿灵均", CASE, "漱玉巷", CASE, "瞿氏祖宅", CASE, "补正人谌", CASE,
			"第三方逄", CASE, "申请复议的亓", DISPUTE, "检查所见的仝", CASE, "拟稿里的郄", INFORMATION);

	private final House house;

	/// The finding that was taken up.
	final String finding;

	/// An import of whose rows some were refused.
	final String imported;

	/// The last position.
	final long position;

	People(House house) {
		this.house = house;
		house.done("receive-application", """
				{"agency": "own", "applicationNo": "1", "applicantKind": "natural_person", "channel": "online",
				"submittedOn": "2023-03-01", "receivedOn": "2023-03-01", "personal": {"name": "瞿灵均", "address": "漱玉巷7号",
				"phone": "漱玉巷一号电话", "subject": "瞿氏祖宅的征收档案"}}""");
		done("rectify-record",
				"\"rectifiedOn\": \"2023-03-01\", \"reason\": \"姓名误录\", \"personal\": {\"name\": \"瞿灵韵\"}");
		done("request-correction",
				"\"notifiedOn\": \"2023-03-02\", \"dueOn\": \"2023-03-20\", \"personal\": {\"text\": \"补正人谌的材料\"}");
		done("supply-correction", "\"suppliedOn\": \"2023-03-10\", \"personal\": {\"text\": \"补正人谌已补\"}");
		done("consult-third-party",
				"\"askedOn\": \"2023-03-13\", \"personal\": {\"party\": \"第三方逄\", \"text\": \"是否同意公开\"}");
		done("record-third-party-opinion",
				"\"consultation\": 1, \"answeredOn\": \"2023-03-20\", \"personal\": {\"text\": \"第三方逄不同意\"}");
		done("decide-application", "\"outcome\": \"granted\", \"decidedOn\": \"2023-06-20\"");
		house.done("file-review",
				"""
						{"agency": "own", "disputeNo": "复1", "applicationId": "own/1", "against": "reply", "filedOn": "2023-07-03",
						"personal": {"party": "申请复议的亓", "text": "申请复议的亓认为答复不完整"}}""");
		house.done("conclude-review",
				"{\"disputeId\": \"" + DISPUTE + "\", \"outcome\": \"upheld\", \"concludedOn\": \"2023-08-01\"}");
		house.done("draft-information", """
				{"agency": "own", "informationNo": "X1", "category": "article_20_1", "madeOn": "2023-03-04",
				"personal": {"text": "拟稿里的郄"}}""");
		house.done("make-document",
				"""
						{"agency": "own", "documentNo": "D1", "kind": "normative_document", "title": "某规定", "madeOn": "2023-03-04"}""");
		report();
		this.finding = house.get("owner", "/api/audit/findings?fresh=true&record=" + CASE)
			.path("items")
			.valueStream()
			.map((one) -> one.path("findingId").asString())
			.filter((id) -> id.startsWith("reply-overdue:"))
			.findFirst()
			.orElseThrow();
		house.done("open-finding", "{\"findingId\": \"" + this.finding
				+ "\", \"openedOn\": \"2023-07-01\", \"personal\": {\"text\": \"检查所见的仝逾期未答\"}}");
		this.imported = House
			.json(house.call("owner", "POST", "/api/imports/applications?fileName=r.csv", "application/octet-stream",
					"""
							application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject
							9,nowhere,natural_person,瞿灵韵,online,2023-05-08,2023-05-08,瞿氏祖宅补偿
							10,own,瞿灵韵,瞿灵韵,online,2023-05-08,2023-05-08,瞿氏祖宅补偿
							"""))
			.path("id")
			.asString();
		Awaitility.await()
			.until(() -> house.get("owner", "/api/imports/" + this.imported).path("state").asString().equals("done"));
		this.position = position();
		Awaitility.await()
			.until(() -> house.get("owner", "/api/checkpoints?limit=1").path(0).path("size").asLong() >= this.position);
	}

	private void report() {
		this.house.done("open-report",
				"{\"reportId\": \"own/2023\", \"withSubordinates\": false, \"openedOn\": \"2024-01-03\"}");
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			this.house.done("write-section", "{\"reportId\": \"own/2023\", \"section\": \"" + section
					+ "\", \"body\": \"如实办理。\", \"writtenOn\": \"2024-01-04\"}");
		}
		this.house.done("submit-report", "{\"reportId\": \"own/2023\", \"submittedOn\": \"2024-01-10\"}");
		this.house.done("approve-report", "{\"reportId\": \"own/2023\", \"approvedOn\": \"2024-01-11\"}");
		this.house.done("publish-report", "{\"reportId\": \"own/2023\", \"publishedOn\": \"2024-01-12\"}");
	}

	private void done(String command, String fields) {
		this.house.done(command, "{\"applicationId\": \"" + CASE + "\", " + fields + "}");
	}

	/// Where the log is now.
	long position() {
		return this.house.get("owner", "/api/application?fresh=true&id=" + CASE).at("/asOf/position").asLong();
	}

	private String version() {
		return this.house.get("owner", "/api/definitions").findValue("version").asString();
	}

	/// What a walk may ask about them.
	/// @param known positions
	Map<String, List<String>> samples(List<Long> known) {
		List<String> sizes = this.house.get("owner", "/api/checkpoints?limit=1000")
			.valueStream()
			.map((one) -> one.path("size").asString())
			.toList();
		Map<String, List<String>> samples = new HashMap<>();
		samples.put("id", List.of(CASE, DISPUTE, this.finding, INFORMATION));
		samples.put("path:id", List.of(this.imported));
		samples.put("record", List.of(CASE, DISPUTE));
		samples.put("stream", List.of(CASE, DISPUTE, INFORMATION, "finding:" + this.finding));
		samples.put("event", List.of("application.ApplicationReceived", "review.ReviewFiled", "audit.FindingOpened",
				"disclosure.InformationDrafted"));
		samples.put("position", LongStream.rangeClosed(1, known.getLast()).mapToObj(Long::toString).toList());
		samples.put("path:size", List.of(sizes.getFirst()));
		samples.put("size", List.of("50"));
		samples.put("first", List.of("1"));
		samples.put("agency", List.of("own"));
		samples.put("path:agency", List.of("own"));
		samples.put("path:code", List.of("own"));
		samples.put("year", List.of("2023"));
		samples.put("path:edition", List.of("1"));
		samples.put("path:section", List.of("overview"));
		samples.put("path:version", List.of(version()));
		samples.put("path:command",
				List.of("extend-deadline", "rectify-record", "conclude-review", "rectify-dispute", "review-information",
						"answer-finding", "close-finding", "submit-report", "rename-agency", "file-review"));
		samples.put("row", List.of("new", "granted", "normative_documents"));
		samples.put("column", List.of("total", "made"));
		samples.put("page:row", List.of("new/total", "review/total", "normative_documents/made"));
		samples.put("block", List.of("review"));
		samples.put("seed", List.of("0".repeat(64)));
		samples.put("table", List.of("3", "4"));
		samples.put("format", List.of("json", "csv", "html", "docx", "pdf", "xlsx", "zip"));
		samples.put("knownAt", known.stream().map(String::valueOf).toList().reversed());
		samples.put("effectiveOn", List.of("2023-12-31"));
		samples.put("q", List.copyOf(WORDS.keySet()));
		samples.put("person", List.of("owner"));
		samples.put("rule", List.of("reply-overdue"));
		return samples;
	}

}
