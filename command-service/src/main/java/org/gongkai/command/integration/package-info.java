/// 台账导入: translates the files of other systems into the product's own commands, which alone decide.
@NullMarked
package org.gongkai.command.integration;

import org.jspecify.annotations.NullMarked;
