/// 监督检查: takes findings up, has the office answer for them, and closes them.
@NullMarked
package org.gongkai.command.audit;

import org.jspecify.annotations.NullMarked;
