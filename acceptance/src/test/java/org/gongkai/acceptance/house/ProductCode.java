package org.gongkai.acceptance.house;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/// What is delivered: everything but tests and what only tests use.
public final class ProductCode implements ImportOption {

	private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();

	@Override
	public boolean includes(Location location) {
		return NO_TESTS.includes(location) && !location.contains("org/gongkai/testing/");
	}

}
