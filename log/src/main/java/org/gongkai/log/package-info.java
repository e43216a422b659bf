/// The log: where events are kept for ever, the order that everybody reads them in, and the source that follows it.
@NullMarked
package org.gongkai.log;

import org.jspecify.annotations.NullMarked;
