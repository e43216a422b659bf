/// 事件流: sends every event of the log to a topic of Kafka, where other systems follow it.
@NullMarked
package org.gongkai.command.integration.stream;

import org.jspecify.annotations.NullMarked;
