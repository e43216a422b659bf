/// Witnesses (见证): cosignatures of checkpoints by those who watch that the log only grows.
@NullMarked
package org.gongkai.command.audit;

import org.jspecify.annotations.NullMarked;
