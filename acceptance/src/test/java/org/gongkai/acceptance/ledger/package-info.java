/// What must hold of the tables after any history: of commands, through the log, to every cell.
@NullMarked
package org.gongkai.acceptance.ledger;

import org.jspecify.annotations.NullMarked;
