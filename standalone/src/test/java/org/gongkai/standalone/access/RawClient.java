package org.gongkai.standalone.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A connection that sends exactly what it is told, byte by byte where wanted.
final class RawClient implements AutoCloseable {

	/// Generous: it only bounds how long a test waits before it fails.
	static final Duration PATIENCE = Duration.ofSeconds(60);

	final Socket socket = new Socket();

	/// @param from the local address to call from
	RawClient(URI office, String from) {
		try {
			this.socket.setSoTimeout((int) PATIENCE.toMillis());
			this.socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
			this.socket.connect(new InetSocketAddress(office.getHost(), office.getPort()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("no connection to " + office + " from " + from, ex);
		}
	}

	RawClient(URI office) {
		this(office, "127.0.0.1");
	}

	/// Sends text in which each line break is CRLF.
	/// @return whether the server takes it
	boolean send(String text) {
		return sendBytes(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	boolean sendBytes(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// Everything that the server says until it closes the connection; what was said
	/// before a reset too.
	String answer() {
		StringBuilder said = new StringBuilder();
		byte[] piece = new byte[8192];
		try {
			for (int count = this.socket.getInputStream().read(piece); count >= 0; count = this.socket.getInputStream()
				.read(piece)) {
				said.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
			}
		}
		catch (SocketTimeoutException ex) {
			throw new AssertionError("the server neither answered nor closed the connection; it said: " + said, ex);
		}
		catch (IOException ex) {
			// reset
		}
		return said.toString();
	}

	/// The status of the first answer; 0 where the server closed the connection without
	/// one.
	int status() {
		String said = answer();
		return said.startsWith("HTTP/1.1 ") ? Integer.parseInt(said.substring(9, 12)) : 0;
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
