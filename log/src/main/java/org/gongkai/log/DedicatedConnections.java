package org.gongkai.log;

import javax.sql.DataSource;

/// Connections outside of every pool, a new one each time: for work that holds a connection for long, such as leading, verifying and
/// reading in bulk. In a pool such work would take connections from requests, and would hold one while it requests another.
///
/// @param source gives connections that are closed after use
public record DedicatedConnections(DataSource source) {
}
