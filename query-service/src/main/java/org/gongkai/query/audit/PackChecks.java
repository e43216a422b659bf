package org.gongkai.query.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogProofs;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.query.audit.FourProperties.Property;
import org.gongkai.query.report.CarryOverBridge;
import org.gongkai.query.report.CellRecords;
import org.gongkai.query.report.EditionFiles;
import org.gongkai.query.report.Reports;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Unreadable;
import org.gongkai.statute.audit.Placement;
import org.gongkai.statute.report.Cell;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What is checked of a pack, each time anew and from its own bytes where it has them.
@Component
class PackChecks {

	/// As many as a sentence can name.
	private static final int NAMED = 10;

	private final CellProofs cells;

	private final CarryOverBridge bridge;

	PackChecks(CellProofs cells, CarryOverBridge bridge) {
		this.cells = cells;
		this.bridge = bridge;
	}

	/// What is wrong with proofs that are made one after the other.
	static final class Proved {

		private final VerifierKey key;

		private final List<String> wrong = new ArrayList<>();

		private final List<String> clear = new ArrayList<>();

		private int proofs;

		Proved(LogProofs.Signed signed) {
			this.key = VerifierKey.parse(signed.key());
		}

		/// @param written as it is in the pack
		void check(ProofFile proof, String written) {
			this.proofs++;
			if (!ProofFile.read(written).verify(List.of(this.key)).isEmpty()) {
				this.wrong.add(String.valueOf(proof.event().position()));
			}
			if (tellsInClear(proof)) {
				this.clear.add(String.valueOf(proof.event().position()));
			}
		}

	}

	/// Whether the log, as it was signed, has the entries.
	void proofs(Proved proved, LogProofs.Signed signed, FourProperties properties) {
		VerifierKey key = proved.key;
		List<String> wrong = proved.wrong;
		List<String> clear = proved.clear;
		properties.check(Property.AUTHENTIC, "每条记录都在签名检查点所固定的日志中",
				"every entry is in the log that the checkpoint fixes", wrong.isEmpty() && proved.proofs > 0,
				wrong.isEmpty() ? proved.proofs + "条记录均有包含证明" : "位置" + named(wrong));
		long witnesses = signed.note().signatures().stream().filter((one) -> !one.name().equals(key.name())).count();
		if (witnesses == 0) {
			properties.unchecked(Property.AUTHENTIC, "检查点有见证人联署", "the checkpoint is cosigned by a witness", "没有见证人联署");
		}
		else {
			properties.check(Property.AUTHENTIC, "检查点有见证人联署", "the checkpoint is cosigned by a witness", true,
					witnesses + "个见证人，其公钥须另行核对");
		}
		properties.check(Property.SAFE, "日志中的个人信息均已密封或者已删除", "what is personal is sealed in the log, or gone",
				clear.isEmpty(), clear.isEmpty() ? "无明文个人信息" : "位置" + named(clear));
	}

	/// Whether every record is there from its first entry on, and each entry names who
	/// made it.
	/// @param asked the records that belong to the matter
	void records(Map<String, List<Recorded<Event>>> streams, Collection<String> asked, FourProperties properties) {
		List<String> broken = new ArrayList<>();
		List<String> nobody = new ArrayList<>();
		List<String> unfinished = new ArrayList<>();
		streams.forEach((id, stream) -> {
			for (int at = 0; at < stream.size(); at++) {
				if (stream.get(at).sequence() != at) {
					broken.add(id);
					break;
				}
			}
			stream.stream()
				.filter((entry) -> entry.actor().isBlank())
				.forEach((entry) -> nobody.add(String.valueOf(entry.position())));
			if (stream.getFirst().event() instanceof ApplicationEvent && !isComplete(stream)) {
				unfinished.add(id);
			}
		});
		List<String> absent = asked.stream().filter((id) -> !streams.containsKey(id)).toList();
		properties.check(Property.AUTHENTIC, "每条记录都写明经办人", "every entry names who made it", nobody.isEmpty(),
				nobody.isEmpty() ? "无一例外" : "位置" + named(nobody));
		properties.check(Property.WHOLE, "各案卷的记录从第一条起连续无缺",
				"every record is there from its first entry on, without a gap", broken.isEmpty(),
				broken.isEmpty() ? streams.size() + "个案卷" : named(broken));
		properties.check(Property.WHOLE, "所属的案卷都在包中", "every record that belongs to the matter is in the pack",
				absent.stream().noneMatch((id) -> !id.startsWith("report:")), absent.isEmpty() ? "齐全"
						: absent.stream().allMatch((id) -> id.startsWith("report:")) ? "年度报告尚未启动" : named(absent));
		properties.check(Property.WHOLE, "已作答复的申请有收件和答复两项要件", "a case that was answered has its receipt and its reply",
				unfinished.isEmpty(), unfinished.isEmpty() ? "齐全" : named(unfinished));
	}

	/// Refuses what [#year] would refuse, before anything of a pack is sent.
	/// @throws org.gongkai.statute.Refused `not-allowed`
	void requireReach(Reports.Question question) {
		this.bridge.requireReach(question.agency(), question.year(), question.withSubordinates());
	}

	/// Whether the year's tables follow from the records, those in the pack alone
	/// included.
	void year(Reports.Report report, Map<String, List<Recorded<Event>>> streams,
			List<EditionFiles.EditionFile> published, FourProperties properties) {
		Reports.Question question = report.question();
		follows(report, 2, streams, "表二各格等于所含文件、统计数之和，不重不漏",
				"the cells of table two are the sums of the documents and tallies, none twice and none left out",
				properties);
		follows(report, 3, streams, "表三各格互斥且无遗漏，收支相抵",
				"the cells of table three are exclusive and complete, and balance", properties);
		follows(report, 4, streams, "表四各格互斥且无遗漏", "the cells of table four are exclusive and complete", properties);
		CarryOverBridge.Bridge carried = this.bridge.shown(question.agency(), question.year(),
				question.withSubordinates(), question.knownAt());
		if (carried.edition() == 0) {
			properties.unchecked(Property.WHOLE, "上年结转与上年度公布的结转下年度一致",
					"what is carried in is what last year's report carried out", "上年度报告没有在本系统公布");
		}
		else {
			properties.check(Property.WHOLE, "上年结转与上年度公布的结转下年度一致",
					"what is carried in is what last year's report carried out", carried.differences().isEmpty(),
					carried.differences().isEmpty() ? carried.carriedIn() + "件" : carried.footnote());
		}
		long events = streams.getOrDefault("report:" + question.agency() + "/" + question.year(), List.of())
			.stream()
			.filter((entry) -> entry.event() instanceof ReportPublished)
			.count();
		long editions = published.stream().map(EditionFiles.EditionFile::edition).distinct().count();
		properties.check(Property.WHOLE, "公布过的各版都在包中", "every edition that was published is in the pack",
				events == editions, "公布" + events + "版，包中" + editions + "版");
	}

	private void follows(Reports.Report report, int table, Map<String, List<Recorded<Event>>> streams, String zh,
			String en, FourProperties properties) {
		CellProofs.Proof proof = this.cells.of(report.question(), table, null);
		Map<Cell, BigDecimal> told = new HashMap<>();
		streams.values().forEach((stream) -> {
			Placement placement = Placement.of(stream, report.period(), report.disputeCounting());
			if (placement != null && placement.table() == table) {
				placement.withSums().forEach((cell, number) -> told.merge(cell, number, BigDecimal::add));
			}
		});
		List<String> wrong = CellRecords.printed(report, table)
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().compareTo(told.getOrDefault(one.getKey(), BigDecimal.ZERO)) != 0)
			.map((one) -> one.getKey().label())
			.toList();
		properties.check(Property.WHOLE, zh, en, proof.holds() && wrong.isEmpty(),
				wrong.isEmpty() ? proof.touching() + "件，包中记录合计与报表一致" : "包中记录合计与报表不一致：" + named(wrong));
	}

	/// Whether what was published can be read, and says the same in every format.
	void documents(List<EditionFiles.EditionFile> published, FourProperties properties) {
		if (published.isEmpty()) {
			properties.unchecked(Property.USABLE, "公布文件各种格式均可打开，所载数据一致",
					"what was published opens in every format and says the same", "没有公布文件");
		}
		else {
			List<String> wrong = new ArrayList<>();
			Map<Integer, Map<Place, BigDecimal>> numbers = new HashMap<>();
			for (EditionFiles.EditionFile file : published) {
				String name = "第" + file.edition() + "版" + file.extension();
				try {
					Map<Place, BigDecimal> read = numbers(file);
					Map<Place, BigDecimal> first = numbers.putIfAbsent(file.edition(), read);
					if (read.isEmpty() || first != null && !first.equals(read)) {
						wrong.add(name);
					}
				}
				catch (Unreadable ex) {
					wrong.add(name);
				}
			}
			properties.check(Property.USABLE, "公布文件各种格式均可打开，表三、表四所载数据一致",
					"what was published opens in every format and says the same in tables three and four",
					wrong.isEmpty(), wrong.isEmpty() ? published.size() + "个文件" : named(wrong));
			List<String> active = published.stream()
				.filter((file) -> isActive(file.content()))
				.map((file) -> "第" + file.edition() + "版" + file.extension())
				.toList();
			properties.check(Property.SAFE, "公布文件不含宏和脚本", "what was published has neither macros nor scripts",
					active.isEmpty(), active.isEmpty() ? published.size() + "个文件" : named(active));
		}
		properties.check(Property.USABLE, "全部文件为通用格式", "all files are of open formats", true,
				"JSON、CSV、HTML、纯文本" + (published.isEmpty() ? "" : "、DOCX、PDF、XLSX") + "，文字编码UTF-8");
	}

	/// What is known of access, and what is left to whoever receives the pack.
	/// @param ofNobody whether no case or dispute is in the pack
	void safety(List<Recorded<Event>> entries, boolean ofNobody, int seen, FourProperties properties) {
		List<String> unread = entries.stream()
			.filter((entry) -> !entry.event()
				.equals(EventJson.read(EventCatalog.nameOf(entry.event().getClass()), EventJson.write(entry.event()))))
			.map((entry) -> String.valueOf(entry.position()))
			.toList();
		properties.check(Property.USABLE, "每条记录写出后可以原样读回", "every entry reads back as it was written", unread.isEmpty(),
				unread.isEmpty() ? entries.size() + "条" : "位置" + named(unread));
		if (ofNobody) {
			properties.unchecked(Property.SAFE, "查看个人信息均留有痕迹", "every sight of personal data is on record",
					"没有涉及个人的案卷");
		}
		else {
			properties.check(Property.SAFE, "查看个人信息均留有痕迹", "every sight of personal data is on record", seen > 0,
					seen + "次，含制作本包");
		}
		properties.unchecked(Property.SAFE, "病毒检测", "viruses", "由接收方用其工具检测");
	}

	private static boolean tellsInClear(ProofFile proof) {
		JsonNode personal = EventJson.mapper().readTree(proof.event().payload()).path("personal");
		return personal.isObject() && !personal.isEmpty() && !personal.has("cipher");
	}

	private static boolean isComplete(List<Recorded<Event>> stream) {
		boolean answered = stream.stream()
			.anyMatch(
					(entry) -> entry.event() instanceof ApplicationDecided || entry.event() instanceof ReplyDelivered);
		return stream.getFirst().event() instanceof ApplicationReceived
				&& (!answered || stream.stream().anyMatch((entry) -> entry.event() instanceof ApplicationDecided));
	}

	private static Map<Place, BigDecimal> numbers(EditionFiles.EditionFile file) {
		try {
			Path copy = Files.createTempFile("edition", "." + file.extension());
			try {
				Files.write(copy, file.content());
				Map<Place, BigDecimal> numbers = new HashMap<>();
				PrintedReport.read(copy).cells().forEach((place, printed) -> {
					BigDecimal value = printed.value();
					if (place.table() != Place.Table.TWO && value != null) {
						numbers.put(place, value.stripTrailingZeros());
					}
				});
				return numbers;
			}
			finally {
				Files.delete(copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isActive(byte[] content) {
		String text = new String(content, StandardCharsets.ISO_8859_1);
		if (text.startsWith("PK")) {
			try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
				for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
					if (part.getName().endsWith("vbaProject.bin") || part.getName().contains("activeX")) {
						return true;
					}
				}
				return false;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return text.contains("/JavaScript") || text.contains("/JS ") || text.contains("<script");
	}

	private static String named(List<String> some) {
		return String.join("、", some.subList(0, Math.min(NAMED, some.size())))
				+ ((some.size() > NAMED) ? "等" + some.size() + "处" : "");
	}

}
