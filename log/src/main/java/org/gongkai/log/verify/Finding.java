package org.gongkai.log.verify;

/// Something that is wrong.
///
/// @param fault what
/// @param position the first position that is wrong
/// @param upTo the last position at which the first wrong one can lie; mostly the same
/// @param detail in English, without personal data
public record Finding(Fault fault, long position, long upTo, String detail) {

	/// At exactly one position.
	public static Finding at(Fault fault, long position, String detail) {
		return new Finding(fault, position, position, detail);
	}

}
