package org.gongkai.statute.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// 随机抽查: draws cases by a seed that nobody chose. The key of a case is the SHA-256, in hexadecimal, of the seed in hexadecimal, a colon
/// and the case's id, in UTF-8; the cases with the smallest keys are drawn. So anyone can repeat the draw with the seed and the list
/// of ids, every case is as likely as every other, and neither the order of the list nor another case changes a key.
public final class Draw {

	/// The seed's length in bytes: a SHA-256.
	public static final int SEED = 32;

	private static final Comparator<Drawn> BY_KEY = Comparator.comparing(Drawn::key).thenComparing(Drawn::id);

	private final MessageDigest sha256 = sha256();

	private final String seed;

	/// @param seed 32 bytes
	public Draw(byte[] seed) {
		if (seed.length != SEED) {
			throw new IllegalArgumentException("a seed has " + SEED + " bytes, not " + seed.length);
		}
		this.seed = HexFormat.of().formatHex(seed);
	}

	/// A case that was drawn.
	///
	/// @param id the case
	/// @param stratum the group it was drawn from
	/// @param key what it was drawn by
	public record Drawn(String id, String stratum, String key) {
	}

	/// The seed of a signed checkpoint: the SHA-256 of its text, which is what stands
	/// before the empty line. Signatures are left out, so that a witness who signs later
	/// changes no draw.
	/// @param note as in a file, UTF-8
	public static byte[] seed(byte[] note) {
		String all = new String(note, StandardCharsets.UTF_8);
		int end = all.indexOf("\n\n");
		return sha256().digest(((end < 0) ? all : all.substring(0, end + 1)).getBytes(StandardCharsets.UTF_8));
	}

	/// Draws from each group as many as its share of all cases, rounded down; what is
	/// left goes to the groups with the largest remainders, of equal ones the first. With
	/// one group it is a plain draw.
	/// @param strata groups of ids, each id once
	/// @param size how many, at most all
	/// @return by group, then by key
	public List<Drawn> from(SequencedMap<String, ? extends Collection<String>> strata, int size) {
		int all = strata.values().stream().mapToInt(Collection::size).sum();
		int wanted = Math.min(size, all);
		List<Share> shares = new ArrayList<>();
		for (Map.Entry<String, ? extends Collection<String>> stratum : strata.entrySet()) {
			long exact = (long) wanted * stratum.getValue().size();
			shares.add(new Share(stratum.getKey(), stratum.getValue(), (all == 0) ? 0 : (int) (exact / all),
					(all == 0) ? 0 : exact % all));
		}
		int left = wanted - shares.stream().mapToInt(Share::size).sum();
		List<Share> favoured = shares.stream()
			.sorted(Comparator.comparingLong(Share::remainder).reversed())
			.limit(left)
			.toList();
		List<Drawn> drawn = new ArrayList<>();
		for (Share share : shares) {
			share.ids()
				.stream()
				.map((id) -> new Drawn(id, share.stratum(), key(id)))
				.sorted(BY_KEY)
				.limit(share.size() + (favoured.contains(share) ? 1 : 0))
				.forEach(drawn::add);
		}
		return drawn;
	}

	private record Share(String stratum, Collection<String> ids, int size, long remainder) {
	}

	private String key(String id) {
		return HexFormat.of().formatHex(this.sha256.digest((this.seed + ":" + id).getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
