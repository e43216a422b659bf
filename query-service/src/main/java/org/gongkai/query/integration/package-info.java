/// 上报汇总: following the logs of other offices by their topics, and how completely they have come.
@NullMarked
package org.gongkai.query.integration;

import org.jspecify.annotations.NullMarked;
