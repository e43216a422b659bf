package org.gongkai.command.integration;

import java.util.Locale;

/// A column that a file may have.
interface ImportColumn {

	/// The name of the enum constant.
	String name();

	/// The header in Chinese.
	String chinese();

	/// Whether a file needs the column, and each row a value in it.
	boolean required();

	/// What a cell may hold.
	Content content();

	/// The header in English: `application_no`.
	default String header() {
		return name().toLowerCase(Locale.ROOT);
	}

}
