package org.gongkai.log.proof;

import java.util.Arrays;
import java.util.List;

/// Verifies proofs against roots (RFC 9162, 2.1.3.2 and 2.1.4.2).
public final class Proofs {

	private Proofs() {
	}

	/// Whether a path shows that a leaf is in the tree of a size with a root.
	/// @param index from 0
	public static boolean included(Hasher hasher, long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
		if (index < 0 || index >= size) {
			return false;
		}
		long node = index;
		long last = size - 1;
		byte[] hash = leaf;
		for (byte[] beside : path) {
			if (last == 0) {
				return false;
			}
			if ((node & 1) == 1 || node == last) {
				hash = hasher.node(beside, hash);
				while ((node & 1) == 0 && node != 0) {
					node >>>= 1;
					last >>>= 1;
				}
			}
			else {
				hash = hasher.node(hash, beside);
			}
			node >>>= 1;
			last >>>= 1;
		}
		return last == 0 && Arrays.equals(hash, root);
	}

	/// Whether a path shows that the tree of one size is the beginning of the tree of
	/// another. Everything follows the empty tree.
	public static boolean consistent(Hasher hasher, long first, long second, byte[] firstRoot, byte[] secondRoot,
			List<byte[]> path) {
		if (first < 0 || first > second) {
			return false;
		}
		if (first == 0) {
			return path.isEmpty() && Arrays.equals(firstRoot, hasher.empty());
		}
		if (first == second) {
			return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
		}
		boolean whole = Long.bitCount(first) == 1;
		if (path.isEmpty() && !whole) {
			return false;
		}
		int shift = Long.numberOfTrailingZeros(first);
		long node = first - 1 >>> shift;
		long last = second - 1 >>> shift;
		byte[] old = whole ? firstRoot : path.getFirst();
		byte[] now = old;
		for (byte[] beside : whole ? path : path.subList(1, path.size())) {
			if (last == 0) {
				return false;
			}
			if ((node & 1) == 1 || node == last) {
				old = hasher.node(beside, old);
				now = hasher.node(beside, now);
				while ((node & 1) == 0 && node != 0) {
					node >>>= 1;
					last >>>= 1;
				}
			}
			else {
				now = hasher.node(now, beside);
			}
			node >>>= 1;
			last >>>= 1;
		}
		return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(now, secondRoot);
	}

}
