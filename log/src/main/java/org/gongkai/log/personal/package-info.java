/// 个人信息: the keys under which the log holds personal data, and what is sealed under them.
@NullMarked
package org.gongkai.log.personal;

import org.jspecify.annotations.NullMarked;
