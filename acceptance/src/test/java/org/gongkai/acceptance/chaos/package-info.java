/// What is left of an office after its processes were killed, stopped and cut off under load.
@NullMarked
package org.gongkai.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
