package org.gongkai.log.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A signed note (c2sp.org/signed-note): a text and the signatures below it.
///
/// @param text ends with a line feed
/// @param signatures in their order
public record Note(String text, List<Signature> signatures) {

	private static final String DASH = "\u2014 ";

	private static final int ID = 4;

	/// One signature line.
	///
	/// @param name of the key
	/// @param id of the key, four bytes
	/// @param bytes what the key made of the text
	public record Signature(String name, byte[] id, byte[] bytes) {

		/// The line without its line feed.
		public String line() {
			byte[] both = Arrays.copyOf(this.id, this.id.length + this.bytes.length);
			System.arraycopy(this.bytes, 0, both, this.id.length, this.bytes.length);
			return DASH + this.name + " " + Base64Text.encode(both);
		}

		static Signature parse(String line) {
			int space = line.lastIndexOf(' ');
			if (!line.startsWith(DASH) || space <= DASH.length()) {
				throw new Malformed("not a signature line");
			}
			byte[] both = Base64Text.decode(line.substring(space + 1));
			if (both.length <= ID) {
				throw new Malformed("a signature without bytes");
			}
			return new Signature(KeyName.require(line.substring(DASH.length(), space)), Arrays.copyOf(both, ID),
					Arrays.copyOfRange(both, ID, both.length));
		}

		/// The key's id as in its text form.
		public String hexId() {
			return HexFormat.of().formatHex(this.id);
		}
	}

	/// @throws Malformed if it is not a signed note
	public static Note parse(String note) {
		int end = note.lastIndexOf("\n\n");
		if (end < 0 || end + 2 == note.length() || !note.endsWith("\n")) {
			throw new Malformed("a note is a text, an empty line and signature lines");
		}
		if (note.chars().anyMatch((c) -> c < ' ' && c != '\n')) {
			throw new Malformed("a note has no control characters");
		}
		List<Signature> signatures = new ArrayList<>();
		for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
			signatures.add(Signature.parse(line));
		}
		return new Note(note.substring(0, end + 1), List.copyOf(signatures));
	}

	/// The note with one more signature.
	public Note with(Signature signature) {
		List<Signature> all = new ArrayList<>(this.signatures);
		all.add(signature);
		return new Note(this.text, List.copyOf(all));
	}

	/// The text form.
	public String format() {
		StringBuilder note = new StringBuilder(this.text).append('\n');
		this.signatures.forEach((signature) -> note.append(signature.line()).append('\n'));
		return note.toString();
	}

}
