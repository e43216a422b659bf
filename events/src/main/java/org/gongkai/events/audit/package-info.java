/// 监督检查: what inspectors and offices say about a finding.
@NullMarked
package org.gongkai.events.audit;

import org.jspecify.annotations.NullMarked;
