package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The golden files of older revisions: `application.FeePaid.v1.json` is what was stored, `application.FeePaid.v1.read.json`
/// what it reads as today.
record OlderGoldens(Path folder) {

	/// What is wrong with them; empty if each older revision has both, reads as it should
	/// and is what was published.
	/// @param published schemas by file name
	List<String> faults(EventForms forms, Map<String, JsonNode> published) throws IOException {
		List<String> faults = new ArrayList<>();
		for (Class<? extends Event> type : EventCatalog.types()) {
			String name = EventCatalog.nameOf(type);
			for (int revision = 1; revision < forms.revision(name); revision++) {
				String form = name + ".v" + revision;
				Path stored = this.folder.resolve(form + ".json");
				Path read = this.folder.resolve(form + ".read.json");
				if (!Files.exists(stored) || !Files.exists(read)) {
					faults.add(form + " has no golden files");
					continue;
				}
				faults.addAll(faults(forms, type, revision, Files.readString(stored), Files.readString(read).strip(),
						published.getOrDefault(form + ".json", EventJson.mapper().missingNode())));
			}
		}
		return faults;
	}

	private static List<String> faults(EventForms forms, Class<? extends Event> type, int revision, String stored,
			String read, JsonNode schema) {
		List<String> faults = new ArrayList<>();
		String name = EventCatalog.nameOf(type);
		ObjectNode newest = forms.newest(name, revision, (ObjectNode) EventJson.mapper().readTree(stored));
		String reads = EventJson.write(EventJson.read(name, newest.toString()));
		if (!reads.equals(read)) {
			faults.add(name + ".v" + revision + " reads as " + reads);
		}
		if (schema.isMissingNode()) {
			faults.add(name + ".v" + revision + " has no schema");
		}
		else {
			SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(schema)
				.validate(EventJson.mapper().readTree(StreamData.of(name, stored)))
				.forEach((fault) -> faults.add(name + ".v" + revision + " was not published so: " + fault));
		}
		return faults;
	}

}
