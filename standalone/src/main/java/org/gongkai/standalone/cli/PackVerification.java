package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.standalone.Failed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Verifies an evidence pack without a server: its files are the listed ones to the byte, every entry has a proof in the log that the
/// keys signed, and what stands in clear is what the proof has, but for what is personal.
final class PackVerification {

	private static final String MANIFEST = "manifest.json";

	private final List<VerifierKey> keys;

	private final List<String> wrong = new ArrayList<>();

	private int entries;

	/// @param keys of the log and, if wanted, of witnesses
	PackVerification(List<VerifierKey> keys) {
		this.keys = keys;
	}

	/// What is wrong; nothing where all of it is proven.
	/// @throws Failed if the file cannot be read as a zip file
	List<String> wrong(Path file) {
		try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
			files(zip);
			events(zip, proofs(zip));
			return List.copyOf(this.wrong);
		}
		catch (JacksonException | Malformed ex) {
			this.wrong.add(String.valueOf(ex.getMessage()));
			return List.copyOf(this.wrong);
		}
		catch (IOException ex) {
			throw new Failed("cannot read the file " + file + ": " + ex.getMessage(), ex);
		}
	}

	/// How many entries were verified.
	int entries() {
		return this.entries;
	}

	private void files(ZipFile zip) throws IOException {
		JsonNode manifest = Client.json.readTree(content(zip, MANIFEST));
		Set<String> unlisted = new HashSet<>();
		zip.stream().map(ZipEntry::getName).forEach((name) -> {
			if (!unlisted.add(name)) {
				this.wrong.add(name + " is there twice");
			}
		});
		unlisted.remove(MANIFEST);
		for (JsonNode listed : manifest.path("files")) {
			String path = listed.path("path").asString("");
			if (!unlisted.remove(path)) {
				this.wrong.add(path + " is missing");
			}
			else if (!HexFormat.of()
				.formatHex(Hasher.sha256().digest(content(zip, path)))
				.equals(listed.path("sha256").asString(""))) {
				this.wrong.add(path + " was changed");
			}
		}
		unlisted.stream().sorted().forEach((name) -> this.wrong.add(name + " is not listed"));
	}

	private Map<Long, ProofFile> proofs(ZipFile zip) throws IOException {
		Map<Long, ProofFile> proofs = new HashMap<>();
		for (ZipEntry entry : zip.stream().filter((one) -> one.getName().startsWith("proofs/")).toList()) {
			ProofFile proof = ProofFile.read(new String(content(zip, entry.getName()), StandardCharsets.UTF_8));
			proof.verify(this.keys).forEach((fault) -> this.wrong.add(entry.getName() + ": " + fault));
			proofs.put(proof.event().position(), proof);
		}
		return proofs;
	}

	private void events(ZipFile zip, Map<Long, ProofFile> proofs) throws IOException {
		String text = new String(content(zip, "events.jsonl"), StandardCharsets.UTF_8);
		for (String line : text.lines().toList()) {
			JsonNode event = Client.json.readTree(line);
			long position = event.path("position").asLong(-1);
			ProofFile proof = proofs.remove(position);
			this.entries++;
			if (proof == null) {
				this.wrong.add("position " + position + " has no proof");
			}
			else if (!isSame(event, proof.event())) {
				this.wrong.add("position " + position + " tells something else than its proof");
			}
		}
		proofs.keySet().forEach((position) -> this.wrong.add("position " + position + " is proven and not told"));
		if (this.entries == 0) {
			this.wrong.add("there is no entry");
		}
	}

	private static boolean isSame(JsonNode told, ProofFile.StoredEvent proven) {
		return told.path("stream").asString("").equals(proven.streamId())
				&& told.path("sequence").asLong(-1) == proven.sequence()
				&& told.path("event").asString("").equals(proven.name())
				&& micros(told.path("recordedAt").asString("")) == proven.recordedAt()
				&& told.path("circumstances").equals(Client.json.readTree(proven.metadata()))
				&& impersonal(told.path("payload")).equals(impersonal(current(proven)));
	}

	/// The stored event in the form that this version writes, as the pack tells it.
	private static JsonNode current(ProofFile.StoredEvent proven) {
		ObjectNode stored = (ObjectNode) Client.json.readTree(proven.payload());
		if (stored.has("personal")) {
			stored.putObject("personal");
		}
		return Client.json.readTree(EventJson.write(
				EventForms.PUBLISHED.read(proven.name(), EventForms.revisionOf(proven.revision()), stored.toString())));
	}

	private static JsonNode impersonal(JsonNode payload) {
		ObjectNode rest = (ObjectNode) payload.deepCopy();
		rest.remove("personal");
		return rest;
	}

	private static long micros(String instant) {
		try {
			return Leaf.micros(Instant.parse(instant));
		}
		catch (DateTimeException ex) {
			return Long.MIN_VALUE;
		}
	}

	/// A file's content; nothing, and a fault, where it is missing.
	private byte[] content(ZipFile zip, String path) throws IOException {
		ZipEntry entry = zip.getEntry(path);
		if (entry == null) {
			this.wrong.add(path + " is missing");
			return new byte[0];
		}
		try (InputStream in = zip.getInputStream(entry)) {
			return in.readAllBytes();
		}
	}

}
