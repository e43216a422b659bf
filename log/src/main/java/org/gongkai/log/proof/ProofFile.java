package org.gongkai.log.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything that shows, without a server, that an event is in a signed log (format in docs/proof.md).
///
/// @param format [#FORMAT]
/// @param event all that is stored of it
/// @param path hashes from the leaf up, in base64
/// @param checkpoint the signed note of a tree that holds the event
/// @param verifierKey the log's key as the log tells it; whoever verifies takes the key from elsewhere
public record ProofFile(String format, StoredEvent event, List<String> path, String checkpoint, String verifierKey) {

	/// The only format there is.
	public static final String FORMAT = "gongkai-proof/1";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	/// A stored event; what each field means stands at [Leaf].
	public record StoredEvent(long position, String streamType, String streamId, long sequence, String eventId,
			String name, String revision, long recordedAt, String payload, String metadata) {

		static StoredEvent of(Leaf leaf) {
			return new StoredEvent(leaf.position(), leaf.streamType(), leaf.streamId(), leaf.sequence(),
					leaf.eventId().toString(), leaf.name(), leaf.revision(), leaf.recordedAt(), leaf.payload(),
					leaf.metadata());
		}

		Leaf leaf() {
			UUID id = UUID.fromString(this.eventId);
			if (!id.toString().equals(this.eventId)) {
				throw new Malformed("an event's id is a UUID in lower case");
			}
			return new Leaf(this.position, this.streamType, this.streamId, this.sequence, id, this.name, this.revision,
					this.recordedAt, this.payload, this.metadata);
		}

	}

	/// @param leaf the event
	/// @param path its inclusion in the tree of the checkpoint
	public static ProofFile of(Leaf leaf, List<byte[]> path, Note checkpoint, VerifierKey key) {
		return new ProofFile(FORMAT, StoredEvent.of(leaf), path.stream().map(Base64Text::encode).toList(),
				checkpoint.format(), key.toString());
	}

	/// @throws Malformed if it is not a proof file
	public static ProofFile read(String json) {
		try {
			return JSON.readValue(json, ProofFile.class);
		}
		catch (JacksonException ex) {
			throw new Malformed("not a proof file: " + ex.getOriginalMessage());
		}
	}

	/// The file's text.
	public String write() {
		return JSON.writeValueAsString(this);
	}

	/// What is wrong; nothing when each of the keys signed a tree that holds the event.
	/// @param keys of the log and, if wanted, of witnesses; at least the log's
	public List<String> verify(List<VerifierKey> keys) {
		List<String> wrong = new ArrayList<>();
		if (keys.stream().allMatch(VerifierKey::cosigns)) {
			wrong.add("no key of the log is given");
		}
		try {
			Note note = Note.parse(this.checkpoint);
			Checkpoint signed = Checkpoint.parse(note.text());
			if (!this.format.equals(FORMAT)) {
				wrong.add("the format is not " + FORMAT);
			}
			for (VerifierKey key : keys) {
				if (!key.signed(note)) {
					wrong.add("the checkpoint is not signed by " + key.name());
				}
				if (!key.cosigns() && !key.name().equals(signed.origin())) {
					wrong.add("the checkpoint is of " + signed.origin() + ", not of " + key.name());
				}
			}
			if (keys.stream().noneMatch((key) -> key.equals(VerifierKey.parse(this.verifierKey)))) {
				wrong.add("the file names another key than the given ones");
			}
			Hasher hasher = signed.hash().hasher();
			Leaf leaf = this.event.leaf();
			if (!Proofs.included(hasher, leaf.position() - 1, signed.size(), hasher.leaf(leaf.data()),
					this.path.stream().map(Base64Text::decode).toList(), signed.root())) {
				wrong.add("the event is not in the signed tree");
			}
		}
		catch (Malformed | IllegalArgumentException ex) {
			wrong.add(String.valueOf(ex.getMessage()));
		}
		return wrong;
	}

}
