package org.gongkai.log.proof;

import java.util.Arrays;

/// What a log says of itself at a size (c2sp.org/tlog-checkpoint). A log whose tree is not of SHA-256 says so in an
/// extension line.
///
/// @param origin the log's name
/// @param size how many leaves its tree has, which is the last position
/// @param root of that tree
/// @param hash by which the tree is made
public record Checkpoint(String origin, long size, byte[] root, Hash hash) {

	private static final String HASH = "hash ";

	/// The body of the note.
	public String text() {
		String body = this.origin + "\n" + this.size + "\n" + Base64Text.encode(this.root) + "\n";
		return (this.hash == Hash.SHA_256) ? body : body + HASH + this.hash.code() + "\n";
	}

	/// Signs it as the log of that name.
	public Note sign(SigningKey key) {
		return new Note(text(), java.util.List.of(key.sign(text())));
	}

	/// @param text the body of a note
	/// @throws Malformed if it is not the body of a checkpoint of this kind
	public static Checkpoint parse(String text) {
		String[] lines = text.split("\n", -1);
		if (lines.length < 4 || lines.length > 5 || !lines[lines.length - 1].isEmpty()) {
			throw new Malformed("a checkpoint is an origin, a size and a root");
		}
		byte[] root = Base64Text.decode(lines[2]);
		if (lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}") || root.length != Hash.LENGTH) {
			throw new Malformed("a checkpoint is an origin, a size and a root");
		}
		Hash hash = (lines.length == 4) ? Hash.SHA_256 : hash(lines[3]);
		return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, hash);
	}

	private static Hash hash(String line) {
		return Arrays.stream(Hash.values())
			.filter((hash) -> hash != Hash.SHA_256 && line.equals(HASH + hash.code()))
			.findFirst()
			.orElseThrow(() -> new Malformed("an unknown line in a checkpoint"));
	}

}
