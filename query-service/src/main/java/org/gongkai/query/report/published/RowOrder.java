package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;

/// Finds which printed row is which row of the form: by words, and by order where words were lost or broken. Of all
/// ways to match the two lists in order it takes the one in which the words agree best.
final class RowOrder {

	private static final List<Row> FORM = List.of(Row.values());

	private static final Map<Row, String> WORDS = Map.ofEntries(Map.entry(Row.NEW, "本年新收"),
			Map.entry(Row.CARRIED_IN, "上年结转"), Map.entry(Row.GRANTED, "予以公开"), Map.entry(Row.PARTLY_GRANTED, "部分公开"),
			Map.entry(Row.DENIED_1, "国家秘密"), Map.entry(Row.DENIED_2, "法律行政法规"), Map.entry(Row.DENIED_3, "三安全一稳定"),
			Map.entry(Row.DENIED_4, "第三方合法"), Map.entry(Row.DENIED_5, "三类内部事务"), Map.entry(Row.DENIED_6, "四类过程性"),
			Map.entry(Row.DENIED_7, "行政执法案卷"), Map.entry(Row.DENIED_8, "行政查询"), Map.entry(Row.UNAVAILABLE_1, "不掌握相关"),
			Map.entry(Row.UNAVAILABLE_2, "另行制作"), Map.entry(Row.UNAVAILABLE_3, "补正后"),
			Map.entry(Row.NOT_PROCESSED_1, "信访举报"), Map.entry(Row.NOT_PROCESSED_2, "重复申请"),
			Map.entry(Row.NOT_PROCESSED_3, "公开出版物"), Map.entry(Row.NOT_PROCESSED_4, "大量反复"),
			Map.entry(Row.NOT_PROCESSED_5, "确认或重新出具"), Map.entry(Row.OTHER_1, "逾期不补正"), Map.entry(Row.OTHER_2, "收费通知"),
			Map.entry(Row.OTHER_AGGREGATE, "其他处理"), Map.entry(Row.TOTAL, "总计"), Map.entry(Row.CARRIED_OUT, "结转下年度"));

	// 3.其他
	private static final Pattern THE_OTHER = Pattern.compile("(?:.*3)?其他");

	private static final int AGREES = 8;

	private static final int CONTRADICTS = -8;

	private static final int NOT_ON_FORM = -4;

	private static final int NOT_PRINTED = -1;

	private RowOrder() {
	}

	/// For each printed row its row of the form; null for one that is none.
	/// @param labels the words of each printed row
	/// @param around those words with the lines above and below; the same where words are
	/// never broken over lines
	static List<@Nullable Row> of(List<String> labels, List<String> around) {
		int printed = labels.size();
		int form = FORM.size();
		int[][] agreement = new int[printed][form];
		for (int i = 0; i < printed; i++) {
			agreement[i] = agreement(Words.bare(labels.get(i)), Words.bare(around.get(i)));
		}
		int[][] best = new int[printed + 1][form + 1];
		for (int i = printed; i >= 0; i--) {
			for (int j = form; j >= 0; j--) {
				if (i == printed) {
					best[i][j] = (j == form) ? 0 : best[i][j + 1] + notPrinted(FORM.get(j));
					continue;
				}
				int left = best[i + 1][j] + NOT_ON_FORM;
				if (j == form) {
					best[i][j] = left;
					continue;
				}
				int matched = best[i + 1][j + 1] + agreement[i][j];
				best[i][j] = Math.max(left, Math.max(matched, best[i][j + 1] + notPrinted(FORM.get(j))));
			}
		}
		List<@Nullable Row> rows = new ArrayList<>();
		int j = 0;
		for (int i = 0; i < printed; i++) {
			while (j < form && best[i][j] == best[i][j + 1] + notPrinted(FORM.get(j))
					&& best[i][j] != best[i + 1][j + 1] + agreement[i][j]) {
				j++;
			}
			if (j < form && best[i][j] == best[i + 1][j + 1] + agreement[i][j]) {
				rows.add(FORM.get(j));
				j++;
			}
			else {
				rows.add(null);
			}
		}
		return rows;
	}

	/// Whether the words of a row are those of the form.
	static boolean names(String label, Row row) {
		return hold(Words.bare(label), row);
	}

	private static boolean hold(String words, Row row) {
		String own = WORDS.get(row);
		return (own != null) ? words.contains(own) : THE_OTHER.matcher(words).matches();
	}

	// either the three rows or the single one is printed
	private static int notPrinted(Row row) {
		return (row == Row.OTHER_AGGREGATE) ? 0 : NOT_PRINTED;
	}

	// how well a printed row agrees with each row of the form
	private static int[] agreement(String label, String around) {
		boolean named = FORM.stream().anyMatch((row) -> row != Row.OTHER_AGGREGATE && hold(label, row));
		return FORM.stream().mapToInt((row) -> {
			if (hold(label, row)) {
				return AGREES;
			}
			if (named) {
				return CONTRADICTS;
			}
			if (hold(around, row)) {
				return AGREES / 2;
			}
			return (row == Row.OTHER_AGGREGATE) ? NOT_PRINTED * 4 : 0;
		}).toArray();
	}

}
