package org.gongkai.access.connector;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of the HTTP server.
///
/// @param connections open at the same time; further ones wait until one is closed
/// @param connectionsPerAddress open from one network address; further ones are closed at once. 0 for no such limit, as where every
/// connection comes from a proxy that has its own
/// @param unlimitedAddresses addresses without that limit: a proxy on the same machine, and the machine itself
/// @param idleTimeout between two pieces that a client sends or takes
/// @param headerTimeout for the TLS handshake and all headers of a request together
/// @param keepAliveTimeout until the next request on a connection; longer than the 30 s for which the JDK's own client keeps one
/// @param grace the time that a body or an answer may take beyond what its length needs at the lowest rate
/// @param lowestRate bytes a second that a client must send of a body and take of an answer, on average
/// @param longestForm largest body other than a file
/// @param longestBody largest body of any kind
/// @param bodiesOnDisk bytes that the temporary files of all bodies which arrive at the same time may have; a body that finds no room is
/// answered 503. Small bodies need none
@ConfigurationProperties("gongkai.http")
public record HttpSettings(@DefaultValue("1000") int connections, @DefaultValue("300") int connectionsPerAddress,
		@DefaultValue( {
				"127.0.0.1", "::1" }) Set<InetAddress> unlimitedAddresses,
		@DefaultValue("20s") Duration idleTimeout, @DefaultValue("20s") Duration headerTimeout,
		@DefaultValue("40s") Duration keepAliveTimeout, @DefaultValue("20s") Duration grace,
		@DefaultValue("1KB") DataSize lowestRate, @DefaultValue("2MB") DataSize longestForm,
		@DefaultValue("64MB") DataSize longestBody, @DefaultValue("512MB") DataSize bodiesOnDisk){

	public HttpSettings {
		if (connections < 1 || connectionsPerAddress < 0) {
			throw new IllegalArgumentException(
					"gongkai.http: connections is 1 or more, connections-per-address is 0 or more");
		}
		if (lowestRate.toBytes() < 1) {
			throw new IllegalArgumentException("gongkai.http.lowest-rate is 1 byte or more");
		}
	}

	/// Whether a client that was waited for has sent or taken too little.
	boolean isTooSlow(long bytes, long nanosWaited) {
		return nanosWaited > this.grace.toNanos()
				+ bytes * (double) Duration.ofSeconds(1).toNanos() / this.lowestRate.toBytes();
	}

}
