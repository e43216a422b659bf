package org.gongkai.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of 127.0.0.1 for servers that are told theirs before they start, and keep it when they start again. They lie below
/// those that the system gives to connections that go out, one of which could have the port meanwhile.
public final class TestPorts {

	private static final int FIRST = 10_240;

	private static final int BEYOND = 32_768;

	private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

	private TestPorts() {
	}

	/// One that nobody listens at, given once in this process.
	public static int next() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
			if (isFree(port) && GIVEN.add(port)) {
				return port;
			}
		}
	}

	private static boolean isFree(int port) {
		try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
