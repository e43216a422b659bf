/// 工作日历: records the yearly notices that fix the working days.
@NullMarked
package org.gongkai.command.calendar;

import org.jspecify.annotations.NullMarked;
