package org.gongkai.log.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Ties a checkpoint to the one before: the body of a note that the log signs beside each checkpoint.
///
/// @param origin the log's name
/// @param ordinal counts all checkpoints of the log from 1, those from before there were links included
/// @param size of the checkpoint
/// @param note SHA-256 of the checkpoint's own text
/// @param before size of the checkpoint before; 0 for the first of all
/// @param previous SHA-256 of the text of the link before, or, in the first link of a log, of the texts of all earlier
/// checkpoints
/// @param first whether it is the first link of the log
public record CheckpointLink(String origin, long ordinal, long size, byte[] note, long before, byte[] previous,
		boolean first) {

	private static final String HEAD = "gongkai checkpoint link v1";

	private static final int LINES = 7;

	/// The one that follows.
	/// @param checkpoint text of the checkpoint that is tied
	public CheckpointLink next(long newSize, String checkpoint) {
		return new CheckpointLink(this.origin, this.ordinal + 1, newSize, hash(checkpoint), this.size, hash(text()),
				false);
	}

	/// The first of a log.
	/// @param earlier the texts of all checkpoints so far, by size
	/// @param before size of the last of them, 0 for none
	public static CheckpointLink first(String origin, List<String> earlier, long before, long size, String checkpoint) {
		return new CheckpointLink(origin, earlier.size() + 1L, size, hash(checkpoint), before, hashOf(earlier), true);
	}

	/// What the first link says of the checkpoints before it.
	public static byte[] hashOf(List<String> earlier) {
		return hash(String.join("\n", earlier));
	}

	/// SHA-256 of a text.
	public static byte[] hash(String text) {
		return Hasher.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
	}

	/// Whether it ties a checkpoint of that text.
	public boolean ties(String checkpoint) {
		return Arrays.equals(this.note, hash(checkpoint));
	}

	/// Whether it follows a link directly.
	public boolean follows(CheckpointLink other) {
		return !this.first && this.ordinal == other.ordinal + 1 && this.before == other.size
				&& Arrays.equals(this.previous, hash(other.text()));
	}

	/// The body of the note.
	public String text() {
		return String.join("\n", HEAD, this.origin, this.ordinal + " " + this.size, Base64Text.encode(this.note),
				(this.first ? "first " : "after ") + this.before, Base64Text.encode(this.previous), "");
	}

	/// Signs it as the log of that name.
	public Note sign(SigningKey key) {
		return new Note(text(), List.of(key.sign(text())));
	}

	/// @param text the body of a note
	/// @throws Malformed if it is not the body of a link
	public static CheckpointLink parse(String text) {
		String[] lines = text.split("\n", -1);
		if (lines.length != LINES || !lines[0].equals(HEAD) || !lines[2].matches("[1-9][0-9]{0,17} [1-9][0-9]{0,17}")
				|| !lines[4].matches("(first|after) (0|[1-9][0-9]{0,17})") || !lines[LINES - 1].isEmpty()) {
			throw new Malformed("not a link of checkpoints");
		}
		String[] place = lines[2].split(" ");
		String[] before = lines[4].split(" ");
		return new CheckpointLink(lines[1], Long.parseLong(place[0]), Long.parseLong(place[1]),
				Base64Text.decode(lines[3]), Long.parseLong(before[1]), Base64Text.decode(lines[5]),
				before[0].equals("first"));
	}

	/// @param note as it is stored; null where there is none
	/// @throws Malformed if it is not a link
	public static @Nullable CheckpointLink ofNote(@Nullable String note) {
		return (note == null) ? null : parse(Note.parse(note).text());
	}

}
