package org.gongkai.log.proof;

/// What a key, and so a log, may be called.
final class KeyName {

	private KeyName() {
	}

	static String require(String name) {
		if (name.isEmpty() || name.codePoints()
			.anyMatch((c) -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c)
					|| Character.isISOControl(c))) {
			throw new Malformed("a key's name has no space and no plus sign");
		}
		return name;
	}

}
