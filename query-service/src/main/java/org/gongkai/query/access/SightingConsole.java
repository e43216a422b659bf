package org.gongkai.query.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 谁看过: the page of looks at people, by record and by who looked.
@Controller
class SightingConsole {

	private static final String PATH = "/sightings";

	private static final int PAGE = 100;

	private final Sightings sightings;

	private final Agencies agencies;

	SightingConsole(Sightings sightings, Agencies agencies) {
		this.sightings = sightings;
		this.agencies = agencies;
	}

	@GetMapping(PATH)
	String list(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Nullable String record,
			@Unscoped @RequestParam @Nullable String person, @Unscoped @RequestParam @Nullable Long before,
			Model model) {
		List<Sightings.Sighting> found = this.sightings.search(new Sightings.Search(
				this.agencies.seen(agency, withSubordinates), told(record), told(person), before, PAGE));
		model.addAttribute("found", found);
		model.addAttribute("agencies", this.agencies.may().agencies("GET /sightings"));
		model.addAttribute("agency", agency);
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("record", record);
		model.addAttribute("person", person);
		model.addAttribute("places", new PlaceWords());
		Map<String, Object> asked = new HashMap<>();
		put(asked, "agency", told(agency));
		put(asked, "record", told(record));
		put(asked, "person", told(person));
		put(asked, "withSubordinates", withSubordinates ? true : null);
		model.addAttribute("latest", (before == null) ? null : Link.to(PATH, asked));
		if (found.size() == PAGE) {
			asked.put("before", found.getLast().number());
			model.addAttribute("older", Link.to(PATH, asked));
		}
		return "access/sightings";
	}

	private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
		if (value != null) {
			asked.put(name, value);
		}
	}

	private static @Nullable String told(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

	/// Pages and interfaces in Chinese, by the beginning of their paths.
	static final class PlaceWords {

		private static final Map<String, String> WORDS = new LinkedHashMap<>();

		static {
			WORDS.put("/applications/show", "申请");
			WORDS.put("/applications/acts", "办理申请");
			WORDS.put("/applications", "申请台账");
			WORDS.put("/application/history", "申请办理记录");
			WORDS.put("/application", "申请");
			WORDS.put("/disputes/show", "复议、诉讼案件");
			WORDS.put("/disputes/acts", "办理复议、诉讼");
			WORDS.put("/disputes", "复议、诉讼台账");
			WORDS.put("/dispute", "复议、诉讼案件");
			WORDS.put("/information", "主动公开目录");
			WORDS.put("/disclosure", "主动公开记录");
			WORDS.put("/reports", "报告所计案件");
			WORDS.put("/audit/evidence", "证据包");
			WORDS.put("/audit/register", "往日台账");
			WORDS.put("/audit/case", "往日申请");
			WORDS.put("/audit/findings", "检查发现");
			WORDS.put("/audit", "监督检查");
		}

		/// @param place method and pattern, as it was written down
		public String of(String place) {
			String path = place.substring(place.indexOf(' ') + 1);
			String shown = path.startsWith("/api/") ? path.substring("/api".length()) : path;
			String words = WORDS.entrySet()
				.stream()
				.filter((word) -> shown.startsWith(word.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(path.equals("/") ? "首页" : "");
			return path.startsWith("/api/") ? words + "（接口）" : words;
		}

	}

}
