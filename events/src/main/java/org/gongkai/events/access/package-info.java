/// 账号与权限: who may act and see, and who tried (Regulation 711, article 45; Data Security Law, article 27).
@NullMarked
package org.gongkai.events.access;

import org.jspecify.annotations.NullMarked;
