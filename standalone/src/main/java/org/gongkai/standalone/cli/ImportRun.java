package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.gongkai.standalone.Failed;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/// Sends a file to an office, shows how far it is, and prints what was found row by row.
final class ImportRun {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

	private final Client client;

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean json;

	ImportRun(Client client, CommandSpec spec, boolean json) {
		this.client = client;
		this.out = spec.commandLine().getOut();
		this.err = spec.commandLine().getErr();
		this.json = json;
	}

	/// Imports and reports.
	/// @param what `applications`, `agencies`, `documents` or `tallies`
	/// @return the exit code: 1 where a row was refused or the whole file was
	int run(String what, Path file, Map<String, ?> query) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new Failed("cannot read the file " + file);
		}
		JsonNode end = follow(what, String.valueOf(file.getFileName()), Client.file(file), query);
		if (end.path("state").asString("").equals("failed")) {
			throw new Refusal(end.path("problem"));
		}
		if (this.json) {
			this.out.println(end);
		}
		else {
			print(end);
		}
		this.out.flush();
		return (end.path("refused").asInt(0) > 0 || !end.path("findings").isEmpty()) ? GongkaiCommand.FAILED
				: GongkaiCommand.DONE;
	}

	/// Imports and waits for the end.
	/// @return the import's last state
	JsonNode follow(String what, String fileName, BodyPublisher content, Map<String, ?> query) {
		Map<String, Object> all = new LinkedHashMap<>(query);
		all.put("fileName", fileName);
		String id = this.client.post("/api/imports/" + what, all, "application/octet-stream", content)
			.path("id")
			.asString();
		Progress progress = new Progress(this.err, Progress.toTerminal());
		while (true) {
			JsonNode now = this.client.getJson("/api/imports/" + Client.encode(id), Map.of());
			progress.show(now.path("processed").asLong(0), now.path("rows").asLong(0));
			if (!now.path("state").asString("").equals("running")) {
				progress.end();
				return now;
			}
			LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
		}
	}

	private void print(JsonNode end) {
		if (!end.path("findings").isEmpty()) {
			TextTable table = new TextTable(Set.of(0));
			table.row("row 行", "column 列", "问题", "problem");
			for (JsonNode finding : end.path("findings")) {
				String article = finding.path("article").asString("");
				table.row(finding.path("row").asString(""), finding.path("column").asString(""),
						finding.path("zh").asString("") + (article.isEmpty() ? "" : "（" + article + "）"),
						finding.path("en").asString(""));
			}
			this.out.print(table);
		}
		for (JsonNode note : end.path("notes")) {
			this.out.println(note.asString());
		}
		String verb = end.path("dryRun").asBoolean(false) ? "would be recorded" : "recorded";
		this.out.println(end.path("rows").asInt(0) + " rows: " + end.path("recorded").asInt(0) + " " + verb + ", "
				+ end.path("unchanged").asInt(0) + " unchanged, " + end.path("refused").asInt(0) + " refused");
	}

}
