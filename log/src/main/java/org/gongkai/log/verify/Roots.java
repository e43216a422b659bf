package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Frontier;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.MerkleTree;

/// Grows the tree again from its leaves and compares it, at every size that was signed, with what was signed.
final class Roots {

	private final Frontier tree;

	/// by level, the hashes of complete subtrees
	private final Map<Integer, List<byte[]>> nodes = new HashMap<>();

	private final Deque<Expected> expected = new ArrayDeque<>();

	private final Findings findings;

	private long agreed;

	private boolean contradicted;

	Roots(Hash hash, List<Expected> expected, Findings findings) {
		this.tree = new Frontier(hash.hasher());
		this.expected.addAll(expected);
		this.findings = findings;
	}

	/// What a checkpoint says.
	///
	/// @param which names it in a finding
	/// @param elsewhere whether it was kept outside of the database
	record Expected(long size, byte[] root, String which, boolean elsewhere) {

		static Expected given(Checkpoint checkpoint) {
			return new Expected(checkpoint.size(), checkpoint.root(), "the given checkpoint " + checkpoint.size(),
					true);
		}

	}

	void append(byte[] leaf) {
		this.tree.append(0, leaf, (level, number, hash) -> {
			if (level > 0 && level % MerkleTree.STEP == 0) {
				this.nodes.computeIfAbsent(level, (_) -> new ArrayList<>()).add(hash);
			}
		});
		while (!this.expected.isEmpty() && this.expected.peek().size() == this.tree.size()) {
			Expected next = this.expected.poll();
			if (Arrays.equals(this.tree.root(), next.root())) {
				this.agreed = this.tree.size();
			}
			else if (next.elsewhere() || !this.contradicted) {
				// all later ones contradict too
				this.contradicted = this.contradicted || !next.elsewhere();
				this.findings.add(new Finding(Fault.CONTRADICTS_CHECKPOINT, this.agreed + 1, next.size(),
						"the log is not the one of " + next.which() + "; up to " + this.agreed + " it is"));
			}
		}
	}

	/// The checkpoints that lie behind the end.
	void end() {
		for (Expected left : this.expected) {
			this.findings.add(Finding.at(Fault.REWOUND, this.tree.size() + 1,
					"the log ends at " + this.tree.size() + ", but " + left.which() + " was signed"));
			if (!left.elsewhere()) {
				return;
			}
		}
	}

	/// Compares the stored hashes of subtrees.
	void compare(Connection connection) throws SQLException {
		Map<Integer, List<byte[]>> missing = new HashMap<>();
		this.nodes.forEach((level, hashes) -> missing.put(level, new ArrayList<>(hashes)));
		try (PreparedStatement query = connection.prepareStatement("select level, number, hash from log.tree");
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				int level = row.getInt(1);
				long number = row.getLong(2);
				List<byte[]> hashes = this.nodes.getOrDefault(level, List.of());
				if (number < hashes.size()) {
					missing.get(level).set((int) number, null);
					if (!Arrays.equals(hashes.get((int) number), row.getBytes(3))) {
						wrong(level, number, "is not that of its leaves");
					}
				}
			}
		}
		missing.forEach((level, hashes) -> {
			for (int number = 0; number < hashes.size(); number++) {
				if (hashes.get(number) != null) {
					wrong(level, number, "is missing");
				}
			}
		});
	}

	private void wrong(int level, long number, String how) {
		this.findings.add(new Finding(Fault.NODE_WRONG, (number << level) + 1, number + 1 << level,
				"the stored hash of subtree " + number + " of level " + level + " " + how));
	}

}
