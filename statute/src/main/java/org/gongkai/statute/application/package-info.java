/// 依申请公开: the reply clock of one application and the information fee, as pure functions of recorded facts.
@NullMarked
package org.gongkai.statute.application;

import org.jspecify.annotations.NullMarked;
