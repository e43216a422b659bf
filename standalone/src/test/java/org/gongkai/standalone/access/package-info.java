/// Who may do and see what, asked of a running office.
@NullMarked
package org.gongkai.standalone.access;

import org.jspecify.annotations.NullMarked;
