/// 依申请公开: what happens to one application for information, from receipt to reply (Regulation 711, articles 27 to 45).
@NullMarked
package org.gongkai.events.application;

import org.jspecify.annotations.NullMarked;
