/// 监督检查: why a case counts where it does, and what in its course departs from the law, as pure functions of its entries.
@NullMarked
package org.gongkai.statute.audit;

import org.jspecify.annotations.NullMarked;
