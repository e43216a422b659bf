package org.gongkai.query.report.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The numbers of real published reports.
public enum Published {

	/// Whole district, 2023: the totals of table four are wrong.
	HONGZE_DISTRICT_2023,
	/// Whole district, 2024; a sentence tells about its office alone.
	HONGZE_DISTRICT_2024,
	/// On the form of 2019, with wrong sentences and blank totals.
	SHANGHAI_GO_2019,
	/// A department of a province.
	SHANGHAI_STCSM_2024,
	/// A department of a county.
	SHUYANG_DRC_2023,
	/// Whole city, 2023.
	SUQIAN_CITY_2023,
	/// Whole city, 2024; sentences tell about concluded disputes alone.
	SUQIAN_CITY_2024,
	/// A township that had no applications.
	XIANGTAN_HEKOU_2021;

	/// The report as data.
	public PrintedReport report() {
		return PrintedReport.ofJson(name().toLowerCase(Locale.ROOT) + ".json", json());
	}

	byte[] json() {
		try (InputStream in = Published.class.getResourceAsStream(name().toLowerCase(Locale.ROOT) + ".json")) {
			return Objects.requireNonNull(in, name()).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Those whose sums are all right.
	public static Stream<Published> right() {
		return Stream.of(values()).filter((each) -> each != HONGZE_DISTRICT_2023 && each != SHANGHAI_GO_2019);
	}

}
