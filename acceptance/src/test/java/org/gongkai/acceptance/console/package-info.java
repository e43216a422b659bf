/// The console in a real browser, without JavaScript, as a clerk uses it.
@NullMarked
package org.gongkai.acceptance.console;

import org.jspecify.annotations.NullMarked;
