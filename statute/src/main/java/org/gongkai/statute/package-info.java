/// The law as pure functions of recorded facts: no clock, no database, no framework.
@NullMarked
package org.gongkai.statute;

import org.jspecify.annotations.NullMarked;
