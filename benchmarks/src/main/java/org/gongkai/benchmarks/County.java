package org.gongkai.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// A county with 80 subordinate agencies and 20,000 applications of one year that publishes its report: the same rows in
/// every run.
final class County {

	private static final int AGENCIES = 80;

	private static final int APPLICATIONS = 20_000;

	private static final LocalDate FIRST = LocalDate.of(2023, 1, 4);

	private static final List<String> KINDS = List.of("natural_person", "natural_person", "natural_person", "business",
			"research", "social_welfare", "legal_service", "other_org");

	private static final List<String> OUTCOMES = List.of("granted", "granted", "partly_granted", "unavailable_1",
			"denied_2", "not_processed_1", "other_3");

	private static final List<String> SECTIONS = List.of("overview", "proactive_disclosure", "applications",
			"information_management", "platform", "supervision", "problems", "other_matters");

	private static final String REPORT = "{\"reportId\": \"C/2023\", ";

	private final OfficeProcess office;

	County(OfficeProcess office) {
		this.office = office;
	}

	/// What took how long.
	///
	/// @param imported all applications recorded
	/// @param published from the command to the last byte of the last format
	/// @param document the DOCX of one subordinate agency
	record Times(Duration imported, Duration published, Duration document) {
	}

	Times measure() {
		this.office.importFile("agencies", "county.csv", agencies());
		byte[] register = register(1, APPLICATIONS);
		Duration imported = timed(() -> this.office.importFile("applications", "register.csv", register));
		command("open-report", REPORT + "\"withSubordinates\": true, \"openedOn\": \"2024-01-03\"}");
		for (String section : SECTIONS) {
			command("write-section", REPORT + "\"section\": \"" + section
					+ "\", \"body\": \"全年新收{{applications.new}}件。\", \"writtenOn\": \"2024-01-04\"}");
		}
		command("submit-report", REPORT + "\"submittedOn\": \"2024-01-05\"}");
		command("approve-report", REPORT + "\"approvedOn\": \"2024-01-08\"}");
		Duration published = timed(() -> {
			command("publish-report", REPORT + "\"publishedOn\": \"2024-01-10\"}");
			for (String format : List.of("html", "docx", "pdf", "xlsx", "json", "csv", "zip")) {
				this.office.file("/api/reports/C/2023/editions/1?fresh=true&format=" + format);
			}
		});
		return new Times(imported, published, timed(() -> this.office.file("/api/reports/A17/2023?format=docx")));
	}

	private void command(String name, String json) {
		this.office.command(name, json);
	}

	/// The register of agencies.
	static byte[] agencies() {
		StringBuilder rows = new StringBuilder("code,name,kind,parent\nC,某县人民政府,county,\n");
		for (int agency = 1; agency <= AGENCIES; agency++) {
			rows.append("A%d,某县第%d机关,department,C\n".formatted(agency, agency));
		}
		return rows.toString().getBytes(StandardCharsets.UTF_8);
	}

	/// A part of the register of applications.
	/// @param first number of its first application
	static byte[] register(int first, int applications) {
		StringBuilder rows = new StringBuilder(
				"application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject,outcome,concluded_on,reply_no\n");
		for (int number = first; number < first + applications; number++) {
			LocalDate received = FIRST.plusDays(number % 350);
			LocalDate concluded = received.plusDays(number % 13 + 1);
			boolean open = concluded.getYear() > FIRST.getYear();
			rows.append("%d,A%d,%s,申请人%d,online,%s,%s,第%d号事项,%s,%s,%s\n".formatted(number, number % AGENCIES + 1,
					KINDS.get(number % KINDS.size()), number, received, received, number,
					open ? "" : OUTCOMES.get(number % OUTCOMES.size()), open ? "" : concluded,
					open ? "" : "（2023）第" + number + "号"));
		}
		return rows.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static Duration timed(Runnable work) {
		long began = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - began);
	}

}
