/// 行政复议、行政诉讼: what the law says of a dispute's outcome and terms, as pure functions of recorded facts.
@NullMarked
package org.gongkai.statute.review;

import org.jspecify.annotations.NullMarked;
