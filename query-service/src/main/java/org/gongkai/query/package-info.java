/// 显示: the side that shows. Everything here is computed from the log and can be computed again.
@NullMarked
package org.gongkai.query;

import org.jspecify.annotations.NullMarked;
