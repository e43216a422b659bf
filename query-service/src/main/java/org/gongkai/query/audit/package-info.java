/// 监督检查: what an inspector asks of the record: how it stood then, why a case counts where it does, and what departs from the law.
@NullMarked
package org.gongkai.query.audit;

import org.jspecify.annotations.NullMarked;
