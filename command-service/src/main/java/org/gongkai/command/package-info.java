/// 办理: the side that decides. A command is accepted and leaves events, or is refused and leaves nothing.
@NullMarked
package org.gongkai.command;

import org.jspecify.annotations.NullMarked;
