/// 已公布的年度报告: reads the tables and the sentences of a report as it was printed, in whatever format it was published. Pure and offline.
@NullMarked
package org.gongkai.query.report.published;

import org.jspecify.annotations.NullMarked;
