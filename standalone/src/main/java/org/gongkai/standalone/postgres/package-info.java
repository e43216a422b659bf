/// PostgreSQL as a part of the office: its programs, its process and the promise that nothing acknowledged is lost.
@NullMarked
package org.gongkai.standalone.postgres;

import org.jspecify.annotations.NullMarked;
