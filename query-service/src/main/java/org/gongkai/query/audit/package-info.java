/// Proof for others (电子证据): checkpoints, proofs and verification, by HTTP.
@NullMarked
package org.gongkai.query.audit;

import org.jspecify.annotations.NullMarked;
