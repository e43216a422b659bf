/// The command line: every command talks to an office over its HTTP interface, a running one or one opened for it.
@NullMarked
package org.gongkai.standalone.cli;

import org.jspecify.annotations.NullMarked;
