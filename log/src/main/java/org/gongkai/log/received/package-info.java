/// The received log: what was taken from the topics of other logs, in an order of its own, read like any log.
@NullMarked
package org.gongkai.log.received;

import org.jspecify.annotations.NullMarked;
