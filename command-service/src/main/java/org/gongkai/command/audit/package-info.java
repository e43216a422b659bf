/// 监督检查 and 见证: takes findings up, has the office answer for them and closes them; takes the cosignatures of those who watch
/// that the log only grows.
@NullMarked
package org.gongkai.command.audit;

import org.jspecify.annotations.NullMarked;
