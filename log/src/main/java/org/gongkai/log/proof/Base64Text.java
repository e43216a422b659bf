package org.gongkai.log.proof;

import java.util.Base64;

/// Base64 with exactly one text for each value (RFC 4648, 3.5): spare bits that anybody could change are refused.
final class Base64Text {

	private Base64Text() {
	}

	static String encode(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	/// @throws Malformed if the text is not the one of its value
	static byte[] decode(String text) {
		try {
			byte[] bytes = Base64.getDecoder().decode(text);
			if (encode(bytes).equals(text)) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new Malformed("not base64");
		}
		throw new Malformed("not the base64 of its bytes");
	}

}
