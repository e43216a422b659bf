/// 监督检查: what an inspector asks of the record: how it stood then, why a case counts where it does, what departs from the law,
/// and the proof of it (电子证据).
@NullMarked
package org.gongkai.query.audit;

import org.jspecify.annotations.NullMarked;
