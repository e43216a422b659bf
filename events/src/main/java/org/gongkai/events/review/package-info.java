/// 行政复议、行政诉讼: what happens to a dispute about disclosure, from filing to decision (Regulation 711, article 51).
@NullMarked
package org.gongkai.events.review;

import org.jspecify.annotations.NullMarked;
