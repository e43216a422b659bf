/// The recorded facts of an office and the vocabulary they are told in.
@NullMarked
package org.gongkai.events;

import org.jspecify.annotations.NullMarked;
