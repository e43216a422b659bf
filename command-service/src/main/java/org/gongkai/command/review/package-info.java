/// 行政复议、行政诉讼: decides what may be recorded of a dispute about disclosure.
@NullMarked
package org.gongkai.command.review;

import org.jspecify.annotations.NullMarked;
