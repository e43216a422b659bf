package org.gongkai.query.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwoForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of a report that an office published, in sentences of our own.
record PublishedReport(String agency, int year, Map<String, List<String>> table2, TableThree table3,
		List<String> table4) {

	static final List<String> FILES = List.of("hongze_district_2023", "hongze_district_2024", "shanghai_go_2019",
			"shanghai_stcsm_2024", "shuyang_drc_2023", "suqian_city_2023", "suqian_city_2024", "xiangtan_hekou_2021");

	static final JsonMapper JSON = JsonMapper.builder().build();

	static PublishedReport read(String file) {
		try (InputStream in = Objects
			.requireNonNull(PublishedReport.class.getResourceAsStream("published/" + file + ".json"))) {
			JsonNode json = JSON.readTree(in);
			Map<String, List<String>> table2 = new LinkedHashMap<>();
			json.get("table2").properties().forEach((row) -> table2.put(row.getKey(), texts(row.getValue())));
			Map<String, List<Integer>> table3 = new LinkedHashMap<>();
			json.get("table3")
				.properties()
				.forEach((row) -> table3.put(row.getKey(),
						row.getValue().values().stream().map((cell) -> cell.isNull() ? null : cell.asInt()).toList()));
			return new PublishedReport(json.get("agency").asString(), json.get("year").asInt(), table2,
					TableThree.parse(table3), texts(json.get("table4")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<ReportDocument> documents() {
		return FILES.stream().map(PublishedReport::read).map(PublishedReport::document);
	}

	ReportDocument document() {
		List<FormTable> tables = List.of(TableTwoLayout.table(TableTwoForm.of(this.year), this.table2, List.of()),
				TableThreeLayout.table(TableThreeForm.of(this.year), this.table3, List.of()),
				TableFourLayout.table(this.table4, List.of("注：行政复议、行政诉讼数量含上年度结转数量。")));
		Map<ReportSection, List<String>> texts = Map.of(ReportSection.OVERVIEW,
				List.of("本机关坚持“以公开为常态、不公开为例外”，全面落实《中华人民共和国政府信息公开条例》（国务院令第711号），持续推进主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作。",
						"（一）主动公开。围绕群众关心的事项及时发布信息，做到标题准确、内容完整、查找方便；重要政策文件与解读材料同步发布，并在政务新媒体、公开栏等渠道同时公布。",
						"（二）依申请公开。规范登记、审核、办理、答复、归档各环节；答复书载明事实、理由、依据和救济途径（行政复议60日、行政诉讼6个月）。"),
				ReportSection.PROBLEMS, List.of("一是部分信息更新不够及时；二是业务培训需要加强。\n下一步，将完善发布审核制度，按季度通报办理情况。"),
				ReportSection.OTHER_MATTERS, List.of("信息处理费收取情况：本年度未收取信息处理费。"));
		return new ReportDocument(this.agency, this.year,
				Stream.of(ReportSection.values())
					.map((section) -> section.with(texts.getOrDefault(section, List.of()), tables))
					.toList(),
				new ReportDocument.Footer(4711, "国办公开办函〔2021〕30号", 1,
						new ReportDocument.Publication(LocalDate.of(this.year + 1, 1, 20), "5e".repeat(32))),
				numbers(), List.of());
	}

	private Map<String, Object> numbers() {
		Map<String, Object> numbers = new LinkedHashMap<>();
		numbers.put("agency", Map.of("name", this.agency));
		numbers.put("year", this.year);
		List<String> columns = List.of("made", "repealed", "inForce");
		numbers.put("table2", this.table2.entrySet().stream().map((row) -> {
			Map<String, Object> cells = new LinkedHashMap<>(Map.of("item", row.getKey()));
			IntStream.range(0, row.getValue().size())
				.forEach((at) -> cells.put(columns.get(at), row.getValue().get(at)));
			return cells;
		}).toList());
		numbers.put("table3", this.table3.asMap(TableThreeForm.of(this.year)));
		numbers.put("table4", this.table4.stream().map(Integer::valueOf).toList());
		return numbers;
	}

	private static List<String> texts(JsonNode cells) {
		List<String> texts = new ArrayList<>();
		cells.values().forEach((cell) -> texts.add(cell.asString()));
		return texts;
	}

}
