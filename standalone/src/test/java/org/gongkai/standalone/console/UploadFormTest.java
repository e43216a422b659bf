package org.gongkai.standalone.console;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UploadFormTest {

	private static final String REGISTER = """
			申请编号,机关代码,申请人类型,申请人,申请方式,提交日期,收到日期,办理结果,办结日期
			2024-1,T,自然人,张三,当面,2024-03-04,2024-03-04,予以公开,2024-03-20
			2024-2,T,自然人,李四,当面,2024-03-05,2024-03-04,,
			2024-3,U,自然人,王五,当面,2024-03-04,2024-03-04,,
			""";

	private static Window window;

	@BeforeAll
	static void open() {
		window = new Window();
		window.township();
	}

	@AfterAll
	static void close() {
		window.close();
	}

	@Test
	void a_register_is_checked_then_recorded_then_unchanged() {
		upload(Map.of("what", "applications", "mode", "check"), REGISTER);
		assertThat(window.page.select("h1").text()).startsWith("检查结果");
		assertThat(counts()).isEqualTo("1 0 2");
		assertThat(window.page.select("table.list tbody tr").eachText())
			.anySatisfy((row) -> assertThat(row).startsWith("3 ").contains("收到日期不符合该申请方式的规定"))
			.anySatisfy((row) -> assertThat(row).startsWith("4 机关代码").contains("机关代码未登记"));
		assertThat(window.open("/applications?agency=T").text()).contains("共 0 件");

		upload(Map.of("what", "applications", "mode", "record"), REGISTER);
		assertThat(counts()).isEqualTo("1 0 2");
		assertThat(window.open("/applications?agency=T").text()).contains("共 1 件", "2024-1");
		upload(Map.of("what", "applications", "mode", "record"), REGISTER);
		assertThat(counts()).isEqualTo("0 1 2");
	}

	@Test
	void tallies_are_recorded_and_a_file_without_its_columns_is_refused_as_a_whole() {
		upload(Map.of("what", "tallies", "mode", "record"),
				"机关代码,统计项目,起始日期,截止日期,数量\nT,行政处罚,2024-01-01,2024-06-30,13\n");
		assertThat(counts()).isEqualTo("1 0 0");
		assertThat(window.open("/tallies?agency=T").text()).contains("行政处罚", "13");

		upload(Map.of("what", "documents", "mode", "record"), "甲,乙\n1,2\n");
		assertThat(window.page.select("[role=alert]").text()).contains("文件没有导入完");
	}

	@Test
	void a_form_without_a_file_comes_back_with_what_was_chosen() {
		window.open("/imports");
		window.hand("import", Map.of("what", "documents", "mode", "record"));
		assertThat(window.status).isEqualTo(422);
		assertThat(window.page.getElementById("import-file-about").text()).contains("请填写文件");
		assertThat(window.value("import", "what")).isEqualTo("documents");

		window.hand("import", Map.of("what", "applications", "opening", "2024-02-01"), "a.csv", REGISTER);
		assertThat(window.status).isEqualTo(422);
		assertThat(window.page.getElementById("import-opening-about").text()).contains("台账自某年1月1日启用");
		assertThat(window.open("/imports/nothing").select("h1").text()).isNotEmpty();
		assertThat(window.status).isEqualTo(404);
	}

	private static void upload(Map<String, String> choices, String content) {
		window.open("/imports");
		window.hand("import", choices, "a.csv", content);
		String result = window.page.location();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> window.open(result.substring(result.indexOf("/imports/"))).select(".due.soon").isEmpty());
	}

	private static String counts() {
		return window.page.select("#recorded, #unchanged, #refused").text();
	}

}
