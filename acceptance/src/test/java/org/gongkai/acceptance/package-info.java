/// Whole-life scenarios: what must hold over all modules together.
@NullMarked
package org.gongkai.acceptance;

import org.jspecify.annotations.NullMarked;
