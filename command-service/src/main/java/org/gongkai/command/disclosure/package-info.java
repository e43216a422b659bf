/// 主动公开: decides what is published of the office's own accord, and keeps its documents and tallies (Regulation 711, articles 17 to 26).
@NullMarked
package org.gongkai.command.disclosure;

import org.jspecify.annotations.NullMarked;
