/// 年度报告: the statutory tables, their rows, columns and the identities that bind their cells.
@NullMarked
package org.gongkai.statute.report;

import org.jspecify.annotations.NullMarked;
