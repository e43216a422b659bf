/// 主动公开: who may make which documents, and until when information is published.
@NullMarked
package org.gongkai.statute.disclosure;

import org.jspecify.annotations.NullMarked;
