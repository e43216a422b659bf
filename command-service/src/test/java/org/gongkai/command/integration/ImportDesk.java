package org.gongkai.command.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.gongkai.command.CommandServer;
import org.gongkai.log.EventJson;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Sends files to a command-service and waits until they are judged. Each test has agencies of its own, D and E.
final class ImportDesk {

	static final String HEADER = "application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,"
			+ "subject,correction_notified_on,correction_due_on,correction_supplied_on,third_party_asked_on,"
			+ "third_party_answered_on,reasons_asked_on,extended_on,extension_days,fee_notified_on,fee_yuan,"
			+ "fee_paid_on,outcome,concluded_on,reply_no,review_filed_on,review_outcome,review_concluded_on,"
			+ "lawsuit_kind,lawsuit_filed_on,lawsuit_outcome,lawsuit_concluded_on";

	private static final AtomicInteger DESKS = new AtomicInteger();

	final CommandServer server;

	/// Code of the agency of every row that names no other.
	final String d;

	/// Code of another agency.
	final String e;

	ImportDesk(CommandServer server) {
		this.server = server;
		int number = DESKS.incrementAndGet();
		this.d = "D" + number;
		this.e = "E" + number;
		agencies("code,name,kind,parent\n%s,某局,department,\n%s,某镇,township,\n".formatted(this.d, this.e));
	}

	/// A row received on 4 March 2024, with the rest as `column=value`.
	String row(String number, String... rest) {
		List<String> columns = List.of(HEADER.split(","));
		String[] cells = new String[columns.size()];
		Arrays.fill(cells, "");
		cells[0] = number;
		cells[1] = this.d;
		cells[2] = "natural_person";
		cells[3] = "申请人" + number;
		cells[4] = "oral";
		cells[5] = "2024-03-04";
		cells[6] = "2024-03-04";
		cells[7] = "某事项";
		for (String one : rest) {
			int place = columns.indexOf(one.substring(0, one.indexOf('=')));
			assertThat(place).as(one).isNotNegative();
			cells[place] = one.substring(one.indexOf('=') + 1);
		}
		return String.join(",", cells);
	}

	static String[] granted(String on) {
		return new String[] { "outcome=granted", "concluded_on=" + on };
	}

	JsonNode agencies(String csv) {
		return send("agencies", "", csv.getBytes(StandardCharsets.UTF_8));
	}

	JsonNode rows(String query, String... rows) {
		return csv(query, HEADER + "\n" + String.join("\n", rows) + "\n");
	}

	JsonNode csv(String query, String csv) {
		return send("applications", query, csv.getBytes(StandardCharsets.UTF_8));
	}

	JsonNode workbook(Consumer<XSSFWorkbook> fill) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			fill.accept(workbook);
			workbook.write(out);
			return send("applications", "", out.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JsonNode resource(String query, String name) {
		try (InputStream in = ImportDesk.class.getResourceAsStream(name)) {
			return send("applications", query, Objects.requireNonNull(in).readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JsonNode send(String what, String query, byte[] file) {
		HttpResponse<String> reply = this.server
			.send("/api/imports/" + what + "?fileName=%E5%8F%B0%E8%B4%A6.csv" + query, file);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
		String id = EventJson.mapper().readTree(reply.body()).path("id").asString();
		AtomicReference<JsonNode> end = new AtomicReference<>();
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> EventJson.mapper().readTree(this.server.get("/api/imports/" + id).body()), (now) -> {
				end.set(now);
				return !now.path("state").asString().equals("running");
			});
		return end.get();
	}

	/// The names of a case's events in order.
	List<String> events(String id) {
		return this.server.sql.queryForList("select name from log.events where stream_id = ? order by sequence",
				String.class, id);
	}

	/// Counts of recorded, unchanged and refused rows.
	static List<Integer> counts(JsonNode end) {
		assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("done");
		return List.of(end.path("recorded").asInt(), end.path("unchanged").asInt(), end.path("refused").asInt());
	}

	/// Row, column and code of each finding.
	static List<String> findings(JsonNode end) {
		return end.path("findings")
			.valueStream()
			.map((one) -> one.path("row").asInt() + " " + one.path("column").asString() + " "
					+ one.path("code").asString())
			.toList();
	}

}
