/// 行政复议、行政诉讼: the register of disputes, the page of each, and what of them counts in table four.
@NullMarked
package org.gongkai.query.review;

import org.jspecify.annotations.NullMarked;
