package org.gongkai.query.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.gongkai.access.Sightings;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Metadata;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.log.EventJson;
import org.gongkai.query.CsvWriter;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.query.disclosure.DisclosureWords;
import org.gongkai.query.review.DisputeHistory;

/// What a pack tells in texts and tables.
final class PackTexts {

	/// What is in a pack, for whoever opens it.
	static final String README = """
			证据包 Evidence pack

			manifest.json      本包文件清单和校验值 every file of this pack with its SHA-256
			checkpoint.txt     签名检查点（含见证人联署） the signed checkpoint, with cosignatures
			events.jsonl       全部记录，按日志位置排列 every entry, in the order of the log
			proofs/            每条记录的证明文件 a proof file for each entry
			record.html        办理过程 what was done, in words
			acts.csv           谁在何时办理了什么 who did what, and when
			sightings.csv      谁看过个人信息 who was shown personal data
			documents/         已公布的文件 what was published
			check-report.html  四性检测报告 the check report in four properties
			proof.html         离线核验网页 a page that verifies a proof file without a network

			核验 To verify, with the log's key from elsewhere:
			  ./gongkai verify-proof PACK.zip --key VKEY
			日志中的个人信息是密封的，events.jsonl 为明文；二者其余字段一致。
			In the log, personal data is sealed; events.jsonl has it in clear, and all other fields are the same.
			""";

	private PackTexts() {
	}

	/// Entries with their record in words.
	///
	/// @param id of the record
	public record Told(String id, List<CaseHistory.Entry> entries) {
	}

	/// One entry, in clear.
	private record Line(long position, String stream, long sequence, String recordedAt, String event,
			Map<String, String> circumstances, Event payload) {
	}

	/// Every entry in clear, one JSON text a line.
	static void lines(List<Recorded<Event>> entries, Writer lines) throws IOException {
		for (Recorded<Event> entry : entries) {
			lines
				.append(EventJson.mapper()
					.writeValueAsString(new Line(entry.position(), entry.streamId(), entry.sequence(),
							entry.recordedAt().toString(), EventCatalog.nameOf(entry.event().getClass()),
							entry.metadata(), entry.event())))
				.append('\n');
		}
	}

	/// Who did what, for a spreadsheet.
	static void acts(Map<String, List<Recorded<Event>>> streams, List<Recorded<Event>> entries, Writer text)
			throws IOException {
		Map<Long, String> words = new LinkedHashMap<>();
		streams.values().forEach((stream) -> told(stream).forEach((entry) -> words.put(entry.position(), entry.zh())));
		entries.forEach((entry) -> {
			if (entry.event() instanceof DisclosureEvent event) {
				words.put(entry.position(), DisclosureWords.of(event));
			}
		});
		CsvWriter csv = new CsvWriter(List.of("位置 position", "记录时间 recorded at", "经办人 actor", "账号 account", "途径 via",
				"记录 record", "事件 event", "日期 effective on", "内容 in words"));
		for (Recorded<Event> entry : entries) {
			csv.row(entry.position(), entry.recordedAt(), entry.actor(),
					entry.metadata().getOrDefault(Metadata.ACCOUNT, ""),
					entry.metadata().getOrDefault(Metadata.VIA, ""), entry.streamId(),
					EventCatalog.nameOf(entry.event().getClass()), entry.event().effectiveOn(),
					words.getOrDefault(entry.position(), ""));
			text.write(csv.drain());
		}
		text.write(csv.drain());
	}

	/// Who looked, for a spreadsheet.
	/// @param seen gives one look after the other
	/// @return how many looks there were
	static int sightings(Consumer<Consumer<Sightings.Sighting>> seen, Writer text) throws IOException {
		CsvWriter csv = new CsvWriter(
				List.of("时间 seen at", "账号 account", "姓名 actor", "地址 address", "页面 place", "记录 records"));
		text.write(csv.drain());
		int[] looks = new int[1];
		try {
			seen.accept((one) -> {
				looks[0]++;
				csv.row(one.seenAt(), one.account(), one.actor(), one.address(), one.place(),
						String.join(" ", one.records()));
				try {
					text.write(csv.drain());
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return looks[0];
	}

	/// The cases and disputes with what was done, in words, one after the other.
	static Iterable<Told> told(Map<String, List<Recorded<Event>>> streams, List<String> people) {
		return () -> people.stream()
			.filter(streams::containsKey)
			.map((id) -> new Told(id, told(streams.get(id))))
			.iterator();
	}

	/// The entries of a case or dispute in words; none of another record.
	private static List<CaseHistory.Entry> told(List<Recorded<Event>> stream) {
		return switch (stream.getFirst().event()) {
			case ApplicationEvent _ -> CaseHistory.entries(stream);
			case DisputeEvent _ -> DisputeHistory.entries(stream);
			default -> List.of();
		};
	}

}
