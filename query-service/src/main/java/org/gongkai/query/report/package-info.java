/// 年度报告: the yearly tables, with the list of cases behind every cell.
@NullMarked
package org.gongkai.query.report;

import org.jspecify.annotations.NullMarked;
