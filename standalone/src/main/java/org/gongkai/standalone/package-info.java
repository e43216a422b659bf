/// The whole office in one process: both services and their database in a folder that the user names.
@NullMarked
package org.gongkai.standalone;

import org.jspecify.annotations.NullMarked;
