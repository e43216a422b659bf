/// 主动公开: what an office publishes of its own accord, and the numbers it reports about it (Regulation 711, articles 19 to 26).
@NullMarked
package org.gongkai.events.disclosure;

import org.jspecify.annotations.NullMarked;
