/// The life of an annual report, from opening to a correction, over the whole product.
@NullMarked
package org.gongkai.acceptance.report;

import org.jspecify.annotations.NullMarked;
