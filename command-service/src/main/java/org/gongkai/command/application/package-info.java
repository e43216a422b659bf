/// 依申请公开: decides what an office may do with an application (Regulation 711, articles 27 to 45).
@NullMarked
package org.gongkai.command.application;

import org.jspecify.annotations.NullMarked;
