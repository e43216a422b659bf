/// 年度报告: what happens to an office's annual report, from opening to publication.
@NullMarked
package org.gongkai.events.report;

import org.jspecify.annotations.NullMarked;
