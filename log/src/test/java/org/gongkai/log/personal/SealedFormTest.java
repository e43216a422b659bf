package org.gongkai.log.personal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The sealed form, which outlives the code too: what was sealed once under a known key opens for ever. A file is never
/// changed; `-Dgongkai.renew=true` writes that of a cipher that has none yet.
class SealedFormTest {

	private static final String STREAM = "430321/2024-1";

	private static final String EVENT = "6f1c7a52-9d3e-4b7a-8a55-0f7d0c3d2b11";

	private static final String NAME = "application.ApplicationReceived";

	private static final Path CLEAR = Path.of("src/test/resources/golden/" + NAME + ".json");

	private static final Path SEALED = Path.of("src/test/resources/sealed");

	@ParameterizedTest
	@EnumSource
	void what_was_sealed_once_opens(SealingCipher cipher) throws IOException {
		Safe safe = safe(cipher);
		String clear = Files.readString(CLEAR).stripTrailing();
		Path event = SEALED.resolve(NAME + "." + cipher.stored() + ".json");
		Path cell = SEALED.resolve("cell." + cipher.stored() + ".txt");
		if (Boolean.getBoolean("gongkai.renew") && !Files.exists(event)) {
			Files.createDirectories(SEALED);
			Files.writeString(event, safe.seal(clear, STREAM, EVENT, NAME) + "\n");
			Files.writeString(cell, safe.sealCell(STREAM, "applicant_name", "王小明") + "\n");
		}

		assertThat(safe.open(Files.readString(event).stripTrailing(), STREAM, EVENT, NAME)).isEqualTo(clear);
		assertThat(Files.readString(event)).contains("\"cipher\":\"" + cipher.stored() + "\"").doesNotContain("“name”");
		assertThat(safe.sealCell(STREAM, "applicant_name", "王小明")).isEqualTo(Files.readString(cell).stripTrailing());
		assertThat(safe.openCell(STREAM, "applicant_name", Files.readString(cell).stripTrailing())).isEqualTo("王小明");
	}

	@ParameterizedTest
	@EnumSource
	void the_same_text_is_sealed_otherwise_in_another_place(SealingCipher cipher) {
		Safe safe = safe(cipher);

		assertThat(List.of(safe.sealCell(STREAM, "subject", "王小明"), safe.sealCell(STREAM, "applicant_name", "王小红")))
			.doesNotContain(safe.sealCell(STREAM, "applicant_name", "王小明"));
		assertThat(safe.openCell("430321/2024-2", "applicant_name", safe.sealCell(STREAM, "applicant_name", "王小明")))
			.isNull();
	}

	private static Safe safe(SealingCipher cipher) {
		byte[] secret = new byte[cipher.keyBytes()];
		for (int i = 0; i < secret.length; i++) {
			secret[i] = (byte) (i * 7);
		}
		return new Safe(
				Map.of(STREAM,
						new PersonalKey(UUID.fromString("3b0e1a70-0000-4000-8000-000000000001"), cipher, secret)),
				null);
	}

}
