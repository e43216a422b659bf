package org.gongkai.log.proof;

/// A growing tree of which only the right edge is kept: at most one complete subtree of each level.
public final class Frontier {

	private static final int LEVELS = Long.SIZE;

	private final Hasher hasher;

	private final byte[][] complete = new byte[LEVELS][];

	private long size;

	public Frontier(Hasher hasher) {
		this.hasher = hasher;
	}

	/// Takes notice of complete subtrees.
	public interface Completed {

		/// @param level 0 for a leaf; a subtree of level n has 2^n leaves
		/// @param number counts the subtrees of the level from 0
		void subtree(int level, long number, byte[] hash);

	}

	/// How many leaves there are.
	public long size() {
		return this.size;
	}

	/// Adds the next leaf.
	public void append(byte[] leaf) {
		append(0, leaf, (_, _, _) -> {
		});
	}

	/// Adds the next complete subtree.
	/// @param level of the subtree; the size must be a multiple of its leaves
	/// @param completed told of it and of all that are complete with it
	public void append(int level, byte[] subtree, Completed completed) {
		if ((this.size & (1L << level) - 1) != 0) {
			throw new IllegalArgumentException("no subtree of level " + level + " begins at " + this.size);
		}
		byte[] hash = subtree;
		int at = level;
		completed.subtree(at, this.size >>> at, hash);
		while ((this.size >>> at & 1) == 1) {
			hash = this.hasher.node(this.complete[at], hash);
			at++;
			completed.subtree(at, this.size >>> at, hash);
		}
		this.complete[at] = hash;
		this.size += 1L << level;
	}

	/// The root of the tree so far.
	public byte[] root() {
		byte[] root = null;
		for (int level = 0; level < LEVELS; level++) {
			if ((this.size >>> level & 1) == 1) {
				root = (root == null) ? this.complete[level] : this.hasher.node(this.complete[level], root);
			}
		}
		return (root == null) ? this.hasher.empty() : root;
	}

}
