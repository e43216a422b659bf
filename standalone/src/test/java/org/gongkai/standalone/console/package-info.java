/// The forms of the console against the write side, without a browser.
@NullMarked
package org.gongkai.standalone.console;

import org.jspecify.annotations.NullMarked;
