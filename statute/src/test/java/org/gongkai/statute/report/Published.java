package org.gongkai.statute.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Tables three as offices published them: a row a line, its seven numbers in the order of
/// the form, `-` for a blank.
enum Published {

	/// 宿迁市 2023.
	SUQIAN_2023("""
			new               3402    99     0     4     5     1  3511
			carried_in          91     3     0     0     2     0    96
			granted           1175    12     0     3     1     0  1191
			partly_granted     319     7     0     0     2     0   328
			denied_1             0     0     0     0     0     0     0
			denied_2            27     0     0     0     0     0    27
			denied_3             6     0     0     0     0     0     6
			denied_4            38     0     0     0     0     0    38
			denied_5            20     0     0     0     0     0    20
			denied_6             9     0     0     0     0     0     9
			denied_7            21     0     0     0     0     0    21
			denied_8            20     1     0     0     0     0    21
			unavailable_1      968    74     0     1     3     1  1047
			unavailable_2       26     2     0     0     0     0    28
			unavailable_3        3     0     0     0     0     0     3
			not_processed_1    305     0     0     0     0     0   305
			not_processed_2     39     0     0     0     0     0    39
			not_processed_3      0     0     0     0     0     0     0
			not_processed_4     58     0     0     0     0     0    58
			not_processed_5      4     0     0     0     0     0     4
			other_1             40     0     0     0     0     0    40
			other_2             10     0     0     0     0     0    10
			other_3            287     3     0     0     1     0   291
			total             3375    99     0     4     7     1  3486
			carried_out        118     3     0     0     0     0   121
			"""),
	/// 宿迁市 2024.
	SUQIAN_2024("""
			new               3440    75     0     1     6     3  3525
			carried_in         118     3     0     0     0     0   121
			granted           1408    21     0     0     2     0  1431
			partly_granted     462     9     0     0     0     0   471
			denied_1             2     0     0     0     0     0     2
			denied_2             1     0     0     0     0     0     1
			denied_3             4     0     0     0     0     0     4
			denied_4            16     1     0     0     0     0    17
			denied_5            21     0     0     0     0     0    21
			denied_6            10     1     0     0     0     0    11
			denied_7            21     2     0     0     0     0    23
			denied_8            13     0     0     0     0     0    13
			unavailable_1      859    33     0     0     3     2   897
			unavailable_2       35     1     0     0     0     0    36
			unavailable_3        8     0     0     0     0     0     8
			not_processed_1     86     1     0     0     0     0    87
			not_processed_2     26     1     0     0     0     0    27
			not_processed_3      0     0     0     0     0     0     0
			not_processed_4      3     0     0     0     0     0     3
			not_processed_5      0     0     0     0     0     0     0
			other_1             75     1     0     1     0     0    77
			other_2             38     0     0     0     0     0    38
			other_3            352     2     0     0     0     0   354
			total             3440    73     0     1     5     2  3521
			carried_out        118     5     0     0     1     1   125
			"""),
	/// 上海市政府办公厅 2019, form of 2019, totals of the outcome rows left blank.
	SHANGHAI_2019("""
			new                821    35     0     0     2     1   859
			carried_in          18     0     0     0     0     0    18
			granted            258    12     0     0     1     1     -
			partly_granted       3     0     0     0     0     0     -
			denied_1            14     0     0     0     0     0     -
			denied_2             0     0     0     0     0     0     -
			denied_3             0     0     0     0     0     0     -
			denied_4             0     0     0     0     0     0     -
			denied_5             5     0     0     0     0     0     -
			denied_6             3     1     0     0     0     0     -
			denied_7             0     0     0     0     0     0     -
			denied_8            10     2     0     0     0     0     -
			unavailable_1      252    12     0     0     1     0     -
			unavailable_2       44     3     0     0     0     0     -
			unavailable_3       25     0     0     0     0     0     -
			not_processed_1    148     1     0     0     0     0     -
			not_processed_2      5     4     0     0     0     0     -
			not_processed_3      0     0     0     0     0     0     -
			not_processed_4      0     0     0     0     0     0     -
			not_processed_5      0     0     0     0     0     0     -
			other_1
			other_2
			other_3
			total              767    35     0     0     2     1   805
			carried_out         72     0     0     0     0     0    72
			other_aggregate      0     0     0     0     0     0     0
			""");

	private final String lines;

	Published(String lines) {
		this.lines = lines;
	}

	Map<String, @Nullable List<@Nullable Integer>> map() {
		Map<String, @Nullable List<@Nullable Integer>> map = new LinkedHashMap<>();
		for (String line : this.lines.lines().toList()) {
			List<String> words = Arrays.asList(line.strip().split(" +"));
			map.put(words.getFirst(), (words.size() > 1) ? numbers(words.subList(1, words.size())) : null);
		}
		return map;
	}

	private static List<@Nullable Integer> numbers(List<String> words) {
		return words.stream()
			.<@Nullable Integer>map((word) -> word.equals("-") ? null : Integer.valueOf(word))
			.toList();
	}

}
