package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.Channel;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Hint;
import org.gongkai.query.desk.Input.Kind;

/// 收到申请 as a form (articles 29, 31).
final class ReceiveForm {

	private ReceiveForm() {
	}

	static Form of(List<Agencies.Agency> agencies, LocalDate today) {
		List<Choice> open = agencies.stream()
			.filter((agency) -> agency.closedOn() == null || !agency.closedOn().isBefore(today.minusYears(1)))
			.map((agency) -> new Choice(agency.code(), agency.name() + "（" + agency.code() + "）"))
			.toList();
		return new Form("receive-application", "登记申请", "Register an application", "", List.of())
			.section("收件", "", Input.choice("agency", "受理机关", "agency", open),
					Input.line("applicationNo", "申请编号", "application number").required().hint("本机关内不得重复，例如2024-001"),
					Input.choice("channel", "申请方式", "channel", Vocabulary.CHANNELS),
					Input.day("submittedOn", "提交日期", "submitted on").hint("当面递交、寄出或发送申请的日期"),
					Input.day("receivedOn", "收到日期", "received on").hints(receipt()),
					Input.line("personal.receiptEvidence", "收到日期的凭据", "proof of receipt").hint("例如签收单号、电话确认记录"))
			.section("申请人", "", Input.choice("applicantKind", "申请人类型", "kind of applicant", Vocabulary.KINDS),
					Input.line("personal.name", "姓名或名称", "name"),
					Input.line("personal.identityDocument", "身份证明", "proof of identity").hint("证件种类和号码（条例第二十九条）"),
					Input.line("personal.phone", "联系电话", "phone"), Input.line("personal.email", "电子邮箱", "e-mail"),
					Input.line("personal.address", "通信地址", "postal address"))
			.section("申请内容", "",
					Input.text("personal.subject", "内容描述", "information asked for").hint("政府信息的名称、文号或者便于查询的其他特征性描述"),
					Input.line("personal.formWanted", "获取方式", "form wanted").hint("例如纸质邮寄、电子邮件"),
					Input.of(Kind.TICK, "historical", "历史补录", "record of the past")
						.optional()
						.hint("仅用于补登过去的申请、且没有办理过程日期的"));
	}

	/// 条例第三十一条.
	private static List<Hint> receipt() {
		return List.of(hint(Channel.IN_PERSON, "当面：以提交之日为收到之日（条例第三十一条）"),
				hint(Channel.ORAL, "口头：由本机关代填申请，当日为收到之日（条例第二十九条、第三十一条）"),
				hint(Channel.POST_SIGNED, "邮寄签收：以本机关签收之日为收到之日（条例第三十一条）"),
				hint(Channel.POST_ORDINARY, "平常信函：收信当日联系申请人，以确认之日为收到之日（条例第三十一条）"),
				hint(Channel.FAX, "传真：以双方确认之日为收到之日（条例第三十一条）"), hint(Channel.ONLINE, "网络、电子邮件：以双方确认之日为收到之日（条例第三十一条）"));
	}

	private static Hint hint(Channel channel, String text) {
		return new Hint(Stored.name(channel), text);
	}

}
