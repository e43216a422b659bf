/// 台账: the case register, each case with its history and its deadline, and the facts that count.
@NullMarked
package org.gongkai.query.application;

import org.jspecify.annotations.NullMarked;
