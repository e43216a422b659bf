package org.gongkai.query.desk;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.Callers;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Rights;
import org.gongkai.access.Unscoped;
import org.gongkai.query.CommandClient;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where files are handed in for import, and the page of what was found in one.
@Controller
class ImportConsole {

	private static final String SECONDS_BETWEEN_LOOKS = "2";

	/// What may be handed in, by the names of the interfaces that take it.
	private static final List<Choice> CONTENTS = List.of(new Choice("applications", "依申请公开台账"),
			new Choice("documents", "规章和规范性文件目录"), new Choice("tallies", "统计数"), new Choice("agencies", "机关代码表"));

	private final Desk desk;

	ImportConsole(Desk desk) {
		this.desk = desk;
	}

	@GetMapping("/imports")
	String blank(Model model) {
		this.desk.requireOpen();
		return page(Sheet.blank(form(), Map.of("what", contents().getFirst().value(), "mode", "check")), model);
	}

	@PostMapping("/imports")
	@ReadsRequest("a file; each of its rows becomes a command of its own scope")
	String take(Model model, HttpServletRequest request, HttpServletResponse response) {
		return switch (this.desk.receive(form(), request, response)) {
			case Sheet sheet -> page(sheet, model);
			case Handed.Taken taken -> "redirect:/imports/" + taken.id();
		};
	}

	@GetMapping("/imports/{id}")
	String show(@Unscoped("checked against the account that imports") @PathVariable String id, Model model,
			HttpServletResponse response) {
		CommandClient.Progress progress = this.desk.progress(id);
		if (!progress.ended()) {
			response.setHeader("Refresh", SECONDS_BETWEEN_LOOKS);
		}
		model.addAttribute("progress", progress);
		return "desk/import";
	}

	private static Form form() {
		return Form
			.of("import", "提交文件", "Hand in the file", Input.choice("what", "文件内容", "what", contents()),
					Input.of(Kind.FILE, "file", "文件", "file").hint("CSV（UTF-8）或者XLSX，不超过32兆字节；每行的机关写在“机关代码”一列"),
					Input.choice("mode", "方式", "mode",
							List.of(new Choice("check", "只检查，不记录"), new Choice("record", "检查并记录"))),
					Input.text("reason", "改变已公布数字的理由", "reason").hint("有的行会改变已公布的年度报告数字；不填理由，这些行被拒绝"))
			.hint("逐行按法定规则检查；被拒绝的行不留痕迹，同一文件再次导入不会重复记录。")
			.section("仅用于台账", "",
					Input.of(Kind.TICK, "historical", "历史补录", "historical").optional().hint("往年记录缺少程序日期的，照收并标明"),
					Input.day("opening", "台账启用日", "ledger opens on").optional().hint("某年1月1日；文件只列启用日尚未办结的申请"));
	}

	/// What who calls may hand in.
	private static List<Choice> contents() {
		return CONTENTS.stream()
			.filter((one) -> Rights.allows("POST /api/imports/" + one.value(), Callers.current(), null, false,
					(_) -> null))
			.toList();
	}

	private static String page(Sheet sheet, Model model) {
		model.addAttribute("sheet", sheet);
		return "desk/imports";
	}

}
