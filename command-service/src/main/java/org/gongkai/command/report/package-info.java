/// 年度报告: takes an office's annual report from opening to publication, and guards what is published.
@NullMarked
package org.gongkai.command.report;

import org.jspecify.annotations.NullMarked;
