/// Whole registers of real offices through the command line, to the tables that the offices published.
@NullMarked
package org.gongkai.acceptance.register;

import org.jspecify.annotations.NullMarked;
