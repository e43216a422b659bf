/// Verification: recomputes the tree from the stored bytes and names the first position that is wrong.
@NullMarked
package org.gongkai.log.verify;

import org.jspecify.annotations.NullMarked;
