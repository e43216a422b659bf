/// 工作日历: the days off and make-up working days that the State Council announces each year.
@NullMarked
package org.gongkai.events.calendar;

import org.jspecify.annotations.NullMarked;
