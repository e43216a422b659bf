package org.gongkai.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// By which network address callers are counted.
final class NetworkAddress {

	/// What a provider gives to one customer of IPv6.
	private static final int PREFIX_BYTES = 8;

	private NetworkAddress() {
	}

	/// An address of IPv4 as it is, and one of IPv6 by its first 64 bits: whoever has one
	/// address there has all of them.
	static String counted(String address) {
		int zone = address.indexOf('%');
		try {
			InetAddress parsed = InetAddress.ofLiteral((zone < 0) ? address : address.substring(0, zone));
			return (parsed instanceof Inet6Address)
					? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
					: parsed.getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
