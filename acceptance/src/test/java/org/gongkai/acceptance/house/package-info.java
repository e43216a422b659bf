/// The rules of the house, checked over the bytecode of every module.
@NullMarked
package org.gongkai.acceptance.house;

import org.jspecify.annotations.NullMarked;
