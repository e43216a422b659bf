/// 账号管理: opening accounts and granting roles, by HTTP.
@NullMarked
package org.gongkai.command.access;

import org.jspecify.annotations.NullMarked;
