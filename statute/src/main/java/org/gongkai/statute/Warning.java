package org.gongkai.statute;

/// A caution about one case. Derived from what is recorded, never stored as truth.
///
/// @param code the caution's stable code
/// @param article the article
/// @param zh what is wrong, in Chinese
/// @param en what is wrong in this case, in one English sentence without personal data
public record Warning(String code, String article, String zh, String en) {

	/// A caution with its sentence about this case.
	public static Warning of(Caution caution, String en) {
		return new Warning(caution.code(), caution.article(), caution.chinese(), en);
	}

}
