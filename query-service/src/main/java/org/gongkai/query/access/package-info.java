/// 谁看过: who saw the people of a case, for those who inspect.
@NullMarked
package org.gongkai.query.access;

import org.jspecify.annotations.NullMarked;
