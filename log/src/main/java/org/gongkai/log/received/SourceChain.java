package org.gongkai.log.received;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.jspecify.annotations.Nullable;

/// 链: ties each record that was taken, and what is kept of it, to all that was taken from its source before. Whoever notes the last
/// hash of a source elsewhere can tell later whether the same is still there.
public final class SourceChain {

	private SourceChain() {
	}

	/// SHA-256 of the hash before, the position in the source (eight bytes), the record's
	/// leaf hash there and the leaf hash of what is kept here.
	/// @param before 32 zeros for the first record
	/// @param kept null for a record that was set aside
	public static byte[] next(byte[] before, long sourcePosition, byte[] leaf, @Nullable Leaf kept) {
		MessageDigest digest = Hasher.sha256();
		digest.update(before);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sourcePosition).flip());
		digest.update(leaf);
		if (kept != null) {
			digest.update(Hash.SHA_256.hasher().leaf(kept.data()));
		}
		return digest.digest();
	}

}
