package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.standalone.Failed;
import org.gongkai.statute.audit.Draw;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "sample", mixinStandardHelpOptions = true,
		description = { "Draws cases for inspection by a signed checkpoint, which nobody chose.", "以签名检查点为种子随机抽查。" })
final class SampleCommand extends Question {

	private static final String CHECKPOINT = "checkpoint";

	@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
	String agency = "";

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--size", paramLabel = "N", required = true, description = { "How many cases.", "抽取件数。" })
	int size;

	@Option(names = "--stratified", description = { "Each group of outcomes gets its share.", "按办理结果分层。" })
	boolean stratified;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@ArgGroup(exclusive = true)
	@Nullable Seed seed;

	static final class Seed {

		@Option(names = "--checkpoint", paramLabel = "FILE",
				description = {
						"A signed checkpoint that was kept (default: the newest); drawn from is what it covers.",
						"另行保存的签名检查点文件（默认取最新检查点）；以其覆盖的日志为准。" })
		@Nullable Path checkpoint;

		@Option(names = "--seed", paramLabel = "HEX", description = { "The seed itself, 64 digits.", "种子，64 位十六进制。" })
		@Nullable String hex;

	}

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("agency", this.agency);
		query.put("year", this.year);
		query.put("size", this.size);
		query.put("stratified", this.stratified);
		query.put("withSubordinates", this.withSubordinates);
		query.put("fresh", true);
		if (this.seed != null && this.seed.hex != null) {
			query.put("seed", this.seed.hex);
			return client.getJson("/api/audit/sample", query);
		}
		Path kept = (this.seed == null) ? null : this.seed.checkpoint;
		byte[] note = (kept == null) ? client.get("/api/checkpoints/latest", Map.of()) : read(kept);
		query.put("seed", HexFormat.of().formatHex(Draw.seed(note)));
		query.put("knownAt", covered((kept == null) ? "the answer" : kept.toString(), note));
		// whoever draws again needs it
		return ((ObjectNode) client.getJson("/api/audit/sample", query)).put(CHECKPOINT,
				new String(note, StandardCharsets.UTF_8));
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		out.println("seed 种子 " + text(answer, "seed") + ", position 位置 " + answer.at("/asOf/position").asLong() + ", "
				+ answer.path("drawn").size() + " of " + answer.path("population").asInt() + " cases 件");
		TextTable table = new TextTable(Set.of());
		answer.path("drawn")
			.forEach((one) -> table.row(text(one, "id"), text(one, "stratum"), text(one, "key").substring(0, 16)));
		out.print(table);
		if (answer.has(CHECKPOINT)) {
			out.println("drawn by the checkpoint 所依检查点:");
			out.print(text(answer, CHECKPOINT));
		}
	}

	/// The second line of a checkpoint is how many entries it covers.
	private static long covered(String from, byte[] note) {
		List<String> lines = new String(note, StandardCharsets.UTF_8).lines().limit(3).toList();
		if (lines.size() < 3 || !lines.get(1).matches("\\d{1,18}")) {
			throw new Failed(from + " is not a checkpoint");
		}
		return Long.parseLong(lines.get(1));
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new Failed("cannot read the file " + file + ": " + ex.getMessage(), ex);
		}
	}

}
