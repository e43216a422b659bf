/// 年度报告核对: finds what in a published report contradicts itself, the year before or the record. Pure and offline.
@NullMarked
package org.gongkai.query.report.check;

import org.jspecify.annotations.NullMarked;
