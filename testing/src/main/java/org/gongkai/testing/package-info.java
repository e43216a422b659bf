/// Real servers for tests: containers where an engine answers, else the same server from its binaries; and calls of what is tested.
@NullMarked
package org.gongkai.testing;

import org.jspecify.annotations.NullMarked;
