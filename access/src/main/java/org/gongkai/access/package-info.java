/// 权限: who may do and see what, in both services alike: accounts, the table of rights, and the gate that asks it.
@NullMarked
package org.gongkai.access;

import org.jspecify.annotations.NullMarked;
