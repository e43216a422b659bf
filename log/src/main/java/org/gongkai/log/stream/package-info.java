/// What other systems follow: each event of the log as a record without anything personal, chained to the one before.
@NullMarked
package org.gongkai.log.stream;

import org.jspecify.annotations.NullMarked;
