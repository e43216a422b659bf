/// 年度报告文本: a report as a document. Pure functions from a value to bytes, the same bytes every time.
@NullMarked
package org.gongkai.query.report.document;

import org.jspecify.annotations.NullMarked;
