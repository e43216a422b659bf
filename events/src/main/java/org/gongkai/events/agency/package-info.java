/// 机关: which offices there are, what they are called and who is responsible for whom.
@NullMarked
package org.gongkai.events.agency;

import org.jspecify.annotations.NullMarked;
