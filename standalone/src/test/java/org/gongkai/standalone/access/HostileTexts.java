package org.gongkai.standalone.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Texts that break programs, the same in every run.
final class HostileTexts {

	private static final List<String> PHRASES = List.of("=cmd|'/c calc'!A1", "@SUM(1+1)", "+86", "-1", "＝1+1",
			"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;&#0;&#xD800;",
			"'; drop table log.events; --", "' or '1'='1", "%' escape '!", "${7*7}", "#{7*7}",
			"__${T(java.lang.Runtime)}__::x", "{{7*7}}", "*{x}", "~{x}", "../../etc/passwd", "..%2f", "%00",
			"%ED%A0%80", "\\u0000", "\\", "\"", "null", "NaN", "1e999999999", "9".repeat(60), "//evil.example",
			"javascript:alert(1)", "\r\nSet-Cookie: a=b", "own/1", "review:own/x", "own/own/own", "/", "李某\u3000某",
			"〇〇〇", "《办法》·补", "𠮷𮧵𱍐", "ＡＢ１２", "葛\uDB40\uDD00", "😀", "");

	/// Lone surrogates, controls, bidi, zero width, noncharacters, marks, tags, blanks.
	private static final List<String> LETTERS = List.of("\0", "\u0001", "\u0008", "\u001B", "\u007F", "\u0085",
			"\u009F", "\uD800", "\uDFFF", "\uDC00\uD800", "\u202E", "\u2066", "\u200E", "\u061C", "\u200B", "\u200D",
			"\u2060", "\uFEFF", "\u00AD", "\uFFFE", "\uFFFF", "\uFDD0", "\uFFFD", "\uDBFF\uDFFF", "\u0301", "e\u0301",
			"\u1112\u1161\u11AB", "\uFA0C", "\u212B", "\uDB40\uDC41", "\uFE0F", "\u3164", "\u2028", "\u00A0", "\u3000",
			"\t", "\n", "\r\n", "\u000B", "\uE000", "\u0378", "\uD83D\uDE00");

	private static final List<Function<Random, String>> CLASSES = List.of(HostileTexts::phrase, HostileTexts::within,
			HostileTexts::within, HostileTexts::mixed, HostileTexts::mixed, HostileTexts::any, HostileTexts::longOne);

	private final Random random;

	HostileTexts(long seed) {
		this.random = new Random(seed);
	}

	String next() {
		return CLASSES.get(this.random.nextInt(CLASSES.size())).apply(this.random);
	}

	/// What a client sends that does not check its texts: surrogates are encoded one by
	/// one, which is no UTF-8.
	static byte[] bytes(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		text.codePoints().forEach((letter) -> {
			if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
				bytes.write(0xE0 | letter >> 12);
				bytes.write(0x80 | letter >> 6 & 0x3F);
				bytes.write(0x80 | letter & 0x3F);
			}
			else {
				bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
			}
		});
		return bytes.toByteArray();
	}

	static String percent(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte one : bytes(text)) {
			encoded.append("%%%02X".formatted(one & 0xFF));
		}
		return encoded.toString();
	}

	/// A JSON text whose every character is escaped.
	static String escaped(String text) {
		StringBuilder json = new StringBuilder("\"");
		text.chars().forEach((letter) -> json.append("\\u%04x".formatted(letter)));
		return json.append('"').toString();
	}

	private static String phrase(Random random) {
		return PHRASES.get(random.nextInt(PHRASES.size()));
	}

	private static String letter(Random random) {
		return LETTERS.get(random.nextInt(LETTERS.size()));
	}

	private static String within(Random random) {
		return "甲" + random.nextInt(1000) + letter(random) + "乙";
	}

	private static String mixed(Random random) {
		StringBuilder text = new StringBuilder();
		for (int count = random.nextInt(6); count >= 0; count--) {
			text.append(random.nextBoolean() ? letter(random) : phrase(random));
		}
		return text.toString();
	}

	private static String any(Random random) {
		StringBuilder text = new StringBuilder();
		for (int count = random.nextInt(12); count >= 0; count--) {
			text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
		}
		return text.toString();
	}

	private static String longOne(Random random) {
		return (random.nextBoolean() ? "长" : letter(random)).repeat(List.of(64, 65, 201, 1500).get(random.nextInt(4)));
	}

}
