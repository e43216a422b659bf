/// Proof: a Merkle tree over positions, signed checkpoints and what anybody can verify without us. Pure; nothing here
/// knows a database. The specification is docs/proof.md.
@NullMarked
package org.gongkai.log.proof;

import org.jspecify.annotations.NullMarked;
