/// Many clients at once, and a server that is killed under them: nothing acknowledged is lost and no client is answered by a fault.
@NullMarked
package org.gongkai.acceptance.load;

import org.jspecify.annotations.NullMarked;
