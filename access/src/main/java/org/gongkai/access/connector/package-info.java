/// How both services and the standalone office speak HTTP: limits on connections, on slow clients and on the length of bodies.
@NullMarked
package org.gongkai.access.connector;

import org.jspecify.annotations.NullMarked;
