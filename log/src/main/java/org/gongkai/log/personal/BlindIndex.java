package org.gongkai.log.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import javax.crypto.Mac;

import org.jspecify.annotations.Nullable;

/// Finds words in sealed texts without opening all of them: each two neighbouring characters of a text leave a mark of 32 bits
/// that only the holder of the key can compute. Texts that have all marks of a word are opened and looked at: marks of
/// different pairs may be the same, and a word's pairs may stand apart. For one thread and for one piece of work: the pairs that it met, it knows.
public final class BlindIndex {

	private final Mac mac;

	private final Map<String, Integer> met = new HashMap<>();

	BlindIndex(byte[] key) {
		this.mac = Derived.mac(key);
	}

	/// For rows without personal cells.
	public static BlindIndex none() {
		return new BlindIndex(new byte[1]);
	}

	/// The marks of some texts together.
	public SortedSet<Integer> marks(List<? extends @Nullable String> texts) {
		SortedSet<Integer> marks = new TreeSet<>();
		texts.stream().filter(Objects::nonNull).forEach((text) -> mark(text, marks));
		return marks;
	}

	/// The form in which a text is compared: without case and widths.
	public static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private void mark(String text, SortedSet<Integer> marks) {
		int[] points = plain(text).codePoints().toArray();
		for (int i = 0; i + 1 < points.length; i++) {
			if (!Character.isWhitespace(points[i]) && !Character.isWhitespace(points[i + 1])) {
				marks.add(this.met.computeIfAbsent(new String(points, i, 2), this::mark));
			}
		}
	}

	private int mark(String pair) {
		return ByteBuffer.wrap(this.mac.doFinal(pair.getBytes(StandardCharsets.UTF_8))).getInt();
	}

}
