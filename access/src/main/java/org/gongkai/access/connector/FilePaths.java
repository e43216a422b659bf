package org.gongkai.access.connector;

/// Where files are handed in. Everywhere else a body is a form or JSON, and as short.
public final class FilePaths {

	private FilePaths() {
	}

	/// Whether files are handed in there.
	/// @param path as it was sent; an unusual spelling of a path is none of these
	public static boolean contains(String path) {
		return path.equals("/imports") || path.startsWith("/api/imports/");
	}

}
