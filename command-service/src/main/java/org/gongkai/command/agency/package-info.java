/// 机关: decides which offices there are and who is responsible for whom.
@NullMarked
package org.gongkai.command.agency;

import org.jspecify.annotations.NullMarked;
