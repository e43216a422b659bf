package org.gongkai.log.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes proofs from stored hashes (RFC 6962, 2.1.1 and 2.1.2). Reads a tile of 256 hashes for each eight levels, whatever
/// the size of the tree. For one thread and one proof.
public final class MerkleTree {

	/// Levels between stored hashes: 0 are the leaves, then 8, 16, 24 and so on.
	public static final int STEP = 8;

	private final Hasher hasher;

	private final Tiles tiles;

	private final Map<String, byte[][]> read = new HashMap<>();

	public MerkleTree(Hasher hasher, Tiles tiles) {
		this.hasher = hasher;
		this.tiles = tiles;
	}

	/// Where stored hashes are read.
	public interface Tiles {

		/// The hashes numbered 256 × tile to 256 × tile + 255 of a level, as many of them
		/// as
		/// there are.
		/// @param level a multiple of [#STEP]
		byte[][] tile(int level, long tile);

	}

	/// The root when the tree had so many leaves.
	public byte[] root(long size) {
		return (size == 0) ? this.hasher.empty() : hash(0, size);
	}

	/// Shows that a leaf is in the tree of a size.
	/// @param index from 0
	/// @param size above the index
	public List<byte[]> inclusion(long index, long size) {
		if (index < 0 || index >= size) {
			throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
		}
		List<byte[]> path = new ArrayList<>();
		long begin = 0;
		long end = size;
		while (end - begin > 1) {
			long middle = begin + half(end - begin);
			if (index < middle) {
				path.add(hash(middle, end));
				end = middle;
			}
			else {
				path.add(hash(begin, middle));
				begin = middle;
			}
		}
		return path.reversed();
	}

	/// Shows that the tree of one size is the beginning of the tree of another.
	/// @param first at least 1
	/// @param second at least the first
	public List<byte[]> consistency(long first, long second) {
		if (first < 1 || first > second) {
			throw new IllegalArgumentException("no tree of " + second + " begins with one of " + first);
		}
		List<byte[]> path = new ArrayList<>();
		long begin = 0;
		long end = second;
		while (end != first) {
			long middle = begin + half(end - begin);
			if (first <= middle) {
				path.add(hash(middle, end));
				end = middle;
			}
			else {
				path.add(hash(begin, middle));
				begin = middle;
			}
		}
		if (begin > 0) {
			path.add(hash(begin, end));
		}
		return path.reversed();
	}

	/// The hash over the leaves from begin to before end; begin is where a subtree may
	/// begin that holds them all.
	private byte[] hash(long begin, long end) {
		long length = end - begin;
		if (Long.bitCount(length) == 1) {
			int level = Long.numberOfTrailingZeros(length);
			return subtree(level, begin >>> level);
		}
		long middle = begin + half(length);
		return this.hasher.node(hash(begin, middle), hash(middle, end));
	}

	private byte[] subtree(int level, long number) {
		if (level % STEP == 0) {
			byte[][] tile = this.read.computeIfAbsent(level + "/" + (number >>> STEP),
					(_) -> this.tiles.tile(level, number >>> STEP));
			int place = (int) (number & (1 << STEP) - 1);
			if (place >= tile.length) {
				throw new IllegalStateException("hash " + number + " of level " + level + " is not stored");
			}
			return tile[place];
		}
		return this.hasher.node(subtree(level - 1, 2 * number), subtree(level - 1, 2 * number + 1));
	}

	/// The largest power of two below the length.
	private static long half(long length) {
		return Long.highestOneBit(length - 1);
	}

}
