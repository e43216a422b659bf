package org.gongkai.benchmarks;

import java.nio.file.Path;

/// Makes a data folder with a long log for measurements: about two events for each application. Two minutes for 200,000
/// events on two idle cores.
final class LargeLog {

	/// Applications in one import file.
	private static final int PART = 20_000;

	private LargeLog() {
	}

	/// @param home the product's folder
	/// @param data the data folder to make
	/// @param cache where the database's programs are unpacked
	static void make(Path home, Path data, Path cache, int applications) {
		try (OfficeProcess office = OfficeProcess.serve(home, data, cache)) {
			office.importFile("agencies", "county.csv", County.agencies());
			for (int first = 1; first <= applications; first += PART) {
				int some = Math.min(PART, applications - first + 1);
				office.importFile("applications", "register-" + first + ".csv", County.register(first, some));
			}
			office.get("/api/status?fresh=true");
		}
	}

}
