/// 工作日: which days count, from the yearly notices and the rules on public holidays.
@NullMarked
package org.gongkai.statute.calendar;

import org.jspecify.annotations.NullMarked;
