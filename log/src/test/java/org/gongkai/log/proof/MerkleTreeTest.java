package org.gongkai.log.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The tree against the roots that the first Certificate Transparency log published as tests, and against itself at every
/// size up to 300, where a second level of tiles is reached.
class MerkleTreeTest {

	private static final HexFormat HEX = HexFormat.of();

	private static final int SIZE = 300;

	private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
			"606162636465666768696a6b6c6d6e6f");

	private static final List<String> ROOTS = List.of(
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

	@Test
	void the_roots_are_those_of_rfc_6962() {
		Hasher hasher = Hash.SHA_256.hasher();
		Frontier tree = new Frontier(hasher);
		assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.getFirst());
		for (int size = 1; size < ROOTS.size(); size++) {
			tree.append(hasher.leaf(HEX.parseHex(LEAVES.get(size - 1))));
			assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(size));
		}
	}

	@Test
	void sm3_is_the_one_of_the_national_standard() {
		assertThat(HEX.formatHex(Hash.SM3.hasher().empty()))
			.isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
		assertThat(HEX.formatHex(new org.bouncycastle.jcajce.provider.digest.SM3.Digest()
			.digest("abc".getBytes(StandardCharsets.US_ASCII))))
			.isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
	}

	@ParameterizedTest
	@EnumSource(Hash.class)
	void every_leaf_is_proven_in_every_tree_up_to_300(Hash hash) {
		Grown grown = new Grown(hash);
		Hasher hasher = hash.hasher();
		for (int size = 1; size <= SIZE; size++) {
			for (int index = 0; index < size; index++) {
				List<byte[]> path = grown.tree(size).inclusion(index, size);
				assertThat(Proofs.included(hasher, index, size, grown.leaves.get(index), path, grown.roots.get(size)))
					.isTrue();
				int other = (index + 1) % (size + 1);
				assertThat(Proofs.included(hasher, other, size, grown.leaves.get(index), path, grown.roots.get(size)))
					.as("leaf %s of %s at another place", index, size)
					.isFalse();
			}
			assertThat(grown.tree(size).root(size)).isEqualTo(grown.roots.get(size));
		}
	}

	@Test
	void every_tree_is_shown_to_be_the_beginning_of_every_later_one_up_to_300() {
		Grown grown = new Grown(Hash.SHA_256);
		Hasher hasher = Hash.SHA_256.hasher();
		for (int second = 1; second <= SIZE; second++) {
			for (int first = 1; first <= second; first++) {
				List<byte[]> path = grown.tree(second).consistency(first, second);
				byte[] before = grown.roots.get(first);
				byte[] after = grown.roots.get(second);
				assertThat(Proofs.consistent(hasher, first, second, before, after, path)).isTrue();
				assertThat(Proofs.consistent(hasher, first, second, grown.roots.get(first - 1), after, path)).isFalse();
				assertThat(Proofs.consistent(hasher, first, second, before, grown.roots.get(second - 1), path))
					.isFalse();
			}
		}
	}

	@Test
	void a_proof_that_is_longer_shorter_or_of_another_leaf_is_refused() {
		Grown grown = new Grown(Hash.SHA_256);
		Hasher hasher = Hash.SHA_256.hasher();
		List<byte[]> path = grown.tree(SIZE).inclusion(77, SIZE);
		byte[] root = grown.roots.get(SIZE);
		List<byte[]> longer = new ArrayList<>(path);
		longer.add(root);
		assertThat(Proofs.included(hasher, 77, SIZE, grown.leaves.get(77), longer, root)).isFalse();
		assertThat(Proofs.included(hasher, 77, SIZE, grown.leaves.get(77), path.subList(1, path.size()), root))
			.isFalse();
		assertThat(Proofs.included(hasher, 77, SIZE, grown.leaves.get(78), path, root)).isFalse();
		assertThat(Proofs.included(hasher, -1, SIZE, grown.leaves.get(77), path, root)).isFalse();
		assertThatThrownBy(() -> grown.tree(5).inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> grown.tree(5).consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void a_frontier_taken_up_from_complete_subtrees_goes_on_alike() {
		Grown grown = new Grown(Hash.SHA_256);
		Frontier resumed = new Frontier(Hash.SHA_256.hasher());
		resumed.append(MerkleTree.STEP, grown.tiles(SIZE).tile(MerkleTree.STEP, 0)[0], (_, _, _) -> {
		});
		for (int index = 256; index < SIZE; index++) {
			resumed.append(grown.leaves.get(index));
		}
		assertThat(resumed.root()).isEqualTo(grown.roots.get(SIZE));
	}

	/// All leaves and roots up to the size, and tiles as a log would store them.
	private static final class Grown {

		private final List<byte[]> leaves = new ArrayList<>();

		private final List<byte[]> roots = new ArrayList<>();

		private final List<byte[]> eights = new ArrayList<>();

		private final Hasher hasher;

		Grown(Hash hash) {
			this.hasher = hash.hasher();
			Frontier tree = new Frontier(this.hasher);
			this.roots.add(tree.root());
			for (int leaf = 0; leaf < SIZE; leaf++) {
				this.leaves.add(this.hasher.leaf(("leaf " + leaf).getBytes(StandardCharsets.UTF_8)));
				tree.append(0, this.leaves.getLast(), (level, _, subtree) -> {
					if (level == MerkleTree.STEP) {
						this.eights.add(subtree);
					}
				});
				this.roots.add(tree.root());
			}
		}

		MerkleTree tree(int size) {
			return new MerkleTree(this.hasher, tiles(size));
		}

		MerkleTree.Tiles tiles(int size) {
			return (level, tile) -> switch (level) {
				case 0 -> this.leaves.subList((int) (tile << 8), Math.min(size, (int) (tile + 1 << 8)))
					.toArray(byte[][]::new);
				case MerkleTree.STEP -> this.eights.toArray(byte[][]::new);
				default -> throw new IllegalStateException(Arrays.toString(new long[] { level, tile }));
			};
		}

	}

}
