/// 主动公开: what was published, the documents in force and the tallies, as they are and as they were known.
@NullMarked
package org.gongkai.query.disclosure;

import org.jspecify.annotations.NullMarked;
