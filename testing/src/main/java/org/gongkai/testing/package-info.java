/// Real servers for tests: containers where an engine answers, else the same server from its binaries.
@NullMarked
package org.gongkai.testing;

import org.jspecify.annotations.NullMarked;
