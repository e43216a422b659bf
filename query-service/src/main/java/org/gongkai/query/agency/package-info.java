/// 机关: which offices there are and were, and who was responsible for whom on a day.
@NullMarked
package org.gongkai.query.agency;

import org.jspecify.annotations.NullMarked;
