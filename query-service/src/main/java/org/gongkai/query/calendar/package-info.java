/// 工作日历: the calendar of working days as the recorded notices make it.
@NullMarked
package org.gongkai.query.calendar;

import org.jspecify.annotations.NullMarked;
