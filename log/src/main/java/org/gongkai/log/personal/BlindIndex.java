package org.gongkai.log.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import javax.crypto.Mac;

import org.jspecify.annotations.Nullable;

/// Finds words in sealed texts without opening all of them: each two neighbouring characters of a text leave a mark of 32 bits
/// that only the holder of the key can compute. Texts that have all marks of a word are opened and looked at: marks of
/// different pairs may be the same, and a word's pairs may stand apart.
public final class BlindIndex {

	private final byte[] key;

	BlindIndex(byte[] key) {
		this.key = key;
	}

	/// For rows without personal cells.
	public static BlindIndex none() {
		return new BlindIndex(new byte[1]);
	}

	/// The marks of some texts together.
	public SortedSet<Integer> marks(List<? extends @Nullable String> texts) {
		Mac mac = Derived.mac(this.key);
		SortedSet<Integer> marks = new TreeSet<>();
		texts.stream().filter(Objects::nonNull).forEach((text) -> mark(mac, text, marks));
		return marks;
	}

	/// The form in which a text is compared: without case and widths.
	public static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static void mark(Mac mac, String text, SortedSet<Integer> marks) {
		int[] points = plain(text).codePoints().toArray();
		for (int i = 0; i + 1 < points.length; i++) {
			if (!Character.isWhitespace(points[i]) && !Character.isWhitespace(points[i + 1])) {
				byte[] pair = new String(points, i, 2).getBytes(StandardCharsets.UTF_8);
				marks.add(ByteBuffer.wrap(Arrays.copyOf(mac.doFinal(pair), Integer.BYTES)).getInt());
			}
		}
	}

}
