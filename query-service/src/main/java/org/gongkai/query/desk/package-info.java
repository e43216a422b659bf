/// 办理: the desk of the console, where a clerk fills in forms. Each form is described once, drawn by one template and handed
/// in as one command.
@NullMarked
package org.gongkai.query.desk;

import org.jspecify.annotations.NullMarked;
