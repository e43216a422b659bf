package org.gongkai.command.integration.stream;

import org.gongkai.log.stream.StreamRecord;

/// A record and where it goes.
record Outgoing(int partition, StreamRecord record) {

}
