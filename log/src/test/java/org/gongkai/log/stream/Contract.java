package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.log.EventJson;
import org.gongkai.log.stream.SchemaChange.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The published schemas in their folder. Each revision of an event has a file; that of the newest is made anew and
/// compared, those of older ones stay.
final class Contract {

	private static final Pattern FILE = Pattern.compile("(\\w+\\.\\w+)\\.v(\\d+)\\.json");

	private static final JsonMapper PRETTY = EventJson.mapperBuilder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final Path folder;

	Contract(Path folder) {
		this.folder = folder;
	}

	/// All that is published, by file name.
	Map<String, JsonNode> published() throws IOException {
		Map<String, JsonNode> schemas = new TreeMap<>();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				schemas.put(file.getFileName().toString(), PRETTY.readTree(Files.readString(file)));
			}
		}
		return schemas;
	}

	/// How the schemas that are made now differ.
	/// @param now those of the newest revisions, by file name
	List<SchemaChange> changes(Map<String, ObjectNode> now) throws IOException {
		Map<String, JsonNode> published = published();
		List<SchemaChange> changes = new ArrayList<>();
		now.forEach((file, schema) -> changes
			.addAll(published.containsKey(file) ? SchemaChanges.between(form(file), published.get(file), schema)
					: List.of(new SchemaChange(Rule.EVENT_ADDED, form(file), "", "is new"))));
		Set<String> described = now.keySet().stream().flatMap(Contract::withOlder).collect(Collectors.toSet());
		published.keySet()
			.stream()
			.filter((file) -> !described.contains(file))
			.forEach(
					(file) -> changes.add(new SchemaChange(Rule.EVENT_REMOVED, form(file), "", "is an event no more")));
		described.stream()
			.filter((file) -> !now.containsKey(file) && !published.containsKey(file))
			.sorted()
			.forEach((file) -> changes
				.add(new SchemaChange(Rule.EVENT_REMOVED, form(file), "", "the schema of an older revision is gone")));
		return changes;
	}

	/// Writes what is new and what changed compatibly.
	/// @throws IllegalStateException if anything else did, before anything is written
	void renew(Map<String, ObjectNode> now) throws IOException {
		List<SchemaChange> changes = changes(now);
		String broken = sentences(changes, false);
		if (!broken.isEmpty()) {
			throw new IllegalStateException("nothing was renewed, as followers would break:" + broken
					+ "\nGive the event a new revision with an upcaster: docs/stream/evolution.md");
		}
		for (String file : now.keySet()) {
			Files.writeString(this.folder.resolve(file), text(now.get(file)));
		}
	}

	static String text(JsonNode schema) {
		return PRETTY.writeValueAsString(schema) + "\n";
	}

	/// A line for each change of the kind.
	static String sentences(List<SchemaChange> changes, boolean compatible) {
		return changes.stream()
			.filter((change) -> change.compatible() == compatible)
			.map((change) -> "\n- " + change)
			.collect(Collectors.joining());
	}

	private static Stream<String> withOlder(String file) {
		Matcher parts = FILE.matcher(file);
		if (!parts.matches()) {
			throw new IllegalArgumentException("no schema of an event: " + file);
		}
		return Stream.iterate(1, (revision) -> revision <= Integer.parseInt(parts.group(2)), (revision) -> revision + 1)
			.map((revision) -> parts.group(1) + ".v" + revision + ".json");
	}

	private static String form(String file) {
		return file.substring(0, file.length() - ".json".length());
	}

}
