package org.gongkai.statute;

import java.util.Locale;

/// Every rule that can refuse a command or a question, with its article and its sentence in Chinese.
/// The name in kebab-case is the stable code that other systems may rely on.
public enum Rule {

	// the record
	MALFORMED("", "字段格式不正确"), TOO_LONG("", "字段内容过长"), FUTURE_DAY("", "业务日期不得晚于今天"), ACTOR_MISSING("", "必须说明经办人"),
	TEXT_ENCODING("", "文字编码有误，含有不是字符的内容"), TEXT_CONTROL("", "含有控制字符"), TEXT_INVISIBLE("", "含有看不见的字符"),
	TEXT_MARKS("", "一个字上的附加符号过多"), NUMBER_SPELT_ALIKE("条例第四十五条", "编号已经登记，只是字符编码形式不同"), UNKNOWN_COMMAND("", "没有这种办理动作"),
	VERSION_CONFLICT("", "记录已被他人更新，请重新查看后再办理"), IDEMPOTENCY_KEY_REUSED("", "同一幂等键已用于另一请求"),

	// accounts and rights
	SIGN_IN_NEEDED("", "请先登录"), SIGN_IN_REFUSED("", "账号或口令不正确，或者账号已停用"), SIGN_IN_BARRED("", "多次登录失败，账号暂时锁定，请稍后再试"),
	TOO_MANY_CALLS("", "调用过于频繁，请稍后再试"), PASSWORD_MUST_CHANGE("", "一次性口令只能用来设置新口令"),
	PASSWORD_WEAK("", "口令须为12至128个字符，且不同于原口令和账号"), NOT_ALLOWED("数据安全法第二十七条", "没有办理或者查看的权限"),
	UNKNOWN_ACCOUNT("", "没有这个账号"), ACCOUNT_EXISTS("", "账号已经设立"), OWN_GRANT("", "不得给自己授权"), UNKNOWN_GRANT("", "没有这项授权"),
	FOUR_EYES("条例第十七条", "起草、提交与审查、审定不得由同一人办理"), DECISION_NOT_DRAFTED("条例第十七条", "答复须先由一人拟稿，再由另一人审定"),
	DECISION_NOT_AS_DRAFTED("条例第十七条", "审定的答复与拟稿不一致，请退回拟稿"),

	// agencies
	UNKNOWN_AGENCY("条例第二十七条", "机关代码未登记"), AGENCY_EXISTS("", "机关代码已登记"), AGENCY_CLOSED("条例第二十七条", "机关已撤销，或该日期机关尚未设立"),
	AGENCY_CYCLE("", "机关不能隶属于自己或自己的下级"), LEDGER_ALREADY_OPENED("", "台账启用日期已确定"),
	LEDGER_OPENS_ON_NEW_YEARS_DAY("条例第五十条", "台账自某年1月1日启用，使首个年度数据完整"), BEFORE_LEDGER("条例第五十条", "台账启用前已办结的申请不得记入"),
	OPENING_LIST("条例第五十条", "期初清单只列启用日之前收到、启用日尚未办结的申请"),

	// the calendar
	CALENDAR_DAY("", "放假和调休日期不符合该年历"),

	// applications
	UNKNOWN_APPLICATION("条例第二十七条", "没有这件申请"), APPLICATION_EXISTS("条例第四十五条", "同一机关的申请编号已经登记"),
	RECEIPT_DAY("条例第三十一条", "收到日期不符合该申请方式的规定"), BEFORE_RECEIPT("条例第三十一条", "办理日期不得早于收到申请之日"),
	DAY_ORDER("条例第四十五条", "日期先后次序不成立"), ALREADY_CONCLUDED("条例第三十六条", "申请已经办结，一件申请只有一个办理结果"),
	NOT_CONCLUDED("条例第三十六条", "申请尚未办结"), SECOND_CORRECTION("条例第三十条", "补正只能一次性告知"),
	CORRECTION_NOT_REQUESTED("条例第三十条", "没有告知过补正"), CORRECTION_ALREADY_SUPPLIED("条例第三十条", "补正材料已经收到"),
	CORRECTION_NOT_SUPPLIED("条例第三十条", "补正后仍不明确的，须先有补正"), CORRECTION_TERM("条例第三十条", "补正期限须晚于告知之日"),
	CORRECTION_TERM_RUNNING("条例第三十条", "补正期限尚未届满"), CONSULTATION_UNKNOWN("条例第三十二条、第三十四条", "没有这一次征求意见"),
	CONSULTATION_ANSWERED("条例第三十二条、第三十四条", "这一次征求意见已有答复"),
	THIRD_PARTY_NOT_CONSULTED("条例第十五条、第三十二条", "涉及第三方合法权益的，须先书面征求第三方意见"), SECOND_EXTENSION("条例第三十三条", "答复期限只能延长一次"),
	EXTENSION_TOO_LONG("条例第三十三条", "延长的期限为1至20个工作日"), EXTENSION_WITHOUT_REASON("条例第三十三条", "延期须有理由"),
	REASONS_ALREADY_ASKED("条例第三十五条", "已经要求说明理由"), REASONS_NOT_ASKED("条例第三十五条", "须先要求申请人说明理由"),
	DELAYED_TERM("条例第三十五条", "延迟答复的期限须晚于告知之日"), SECOND_FEE_NOTICE("国办函〔2020〕109号第三条", "一件申请只能按一种方式收费一次"),
	FEE_AMOUNT("国办函〔2020〕109号第四条、第五条", "收费金额不符合收费标准"), FEE_NOT_NOTIFIED("国办函〔2020〕109号第六条", "没有发出过收费通知"),
	FEE_ALREADY_PAID("国办函〔2020〕109号第六条", "费用已经缴纳"), FEE_TERM_RUNNING("国办函〔2020〕109号第六条", "缴费期限尚未届满"),
	OUTCOME_BY_LAPSE("条例第三十条；国办函〔2020〕109号第六条", "逾期不补正、逾期不缴费须以相应动作办结"),
	WITHHELD_PARTS("条例第三十七条", "只有部分公开才有不予公开的部分，且须属于法定理由"), ALREADY_DELIVERED("国办公开办函〔2016〕235号", "答复已经送达"),
	TRANSFER_OUTSIDE_ORGAN("条例第三十六条第（五）项", "不属于本机关负责公开的，应当告知申请人，不得移交其他机关"),
	TRANSFER_ACROSS_YEARS("条例第五十条", "收到年度终了后不得移交，以免改变结转数"), NOTHING_TO_RECTIFY("条例第四十五条", "更正须至少改变一项内容并说明原因"),
	ENTRY_UNKNOWN("条例第四十五条", "没有这一条记录，或该记录不能撤销"), ENTRY_NEEDED("条例第四十五条", "其后的记录以此为前提，请先撤销其后的记录"),
	RECORD_VOID("条例第四十五条", "该申请已作误录撤销"),

	// people
	STILL_NEEDED("个人信息保护法第四十七条", "申请尚未办结或者复议、诉讼尚未审结，个人信息仍为办理所必需，不得删除"),
	ALREADY_ERASED("个人信息保护法第四十七条", "该案件的个人信息已经删除，不得再次删除或者登记"),
	PERSONAL_IN_CLEAR("个人信息保护法第四十七条", "该案件登记于个人信息加密之前，其中的个人信息不能删除"),

	// disputes
	UNKNOWN_DISPUTE("条例第五十一条", "没有这件行政复议、行政诉讼案件"), DISPUTE_EXISTS("条例第四十五条", "同一机关的案号已经登记"),
	DISPUTE_OF_ANOTHER("条例第五十一条", "所关联的申请、复议案件与本案不一致"), NO_REPLY_YET("条例第五十一条", "对答复不服的，须先有答复"),
	BEFORE_FILING("条例第五十一条", "日期不得早于申请复议、起诉之日"), DISPUTE_CONCLUDED("条例第五十一条", "案件已经审结，一件案件只有一个结果"),
	DISPUTE_PENDING("条例第五十一条", "案件尚未审结"), DISPUTE_VOID("条例第四十五条", "该案件记录已作误录撤销"),
	REDECISION_NOT_ORDERED("行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条", "没有责令重新答复"),
	REDECISION_RUNNING("行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条", "责令重新答复的，以重新答复办结"),

	// proactive disclosure
	UNKNOWN_DISCLOSURE("条例第二十条", "没有这条主动公开记录"), DISCLOSURE_EXISTS("", "同一机关的编号已经登记"),
	DISCLOSURE_STRUCK("", "该记录已作误录撤销"), DISCLOSURE_DAY_ORDER("条例第二十六条", "日期先后次序不成立"),
	NOT_REVIEWED("条例第十七条", "未经审查同意公开的信息不得发布"), REVIEW_CONTRADICTION("条例第十四条至第十七条", "审查结果与审查意见不一致，不予公开须有法定理由"),
	ALREADY_PUBLISHED("条例第二十三条", "信息已经发布"), NOT_PUBLISHED("条例第六条", "信息尚未发布，或者已经撤下"),
	REGULATION_POWER("立法法第九十一条、第九十三条", "该机关无权制定规章"), OPENING_STOCK("条例第五十条", "期初存量文件须在台账启用前制发"),
	ALREADY_REPEALED("条例第二十条第（一）项", "文件已经废止或者失效"), NOT_REPEALED("条例第二十条第（一）项", "文件没有废止或者失效的记录"),
	TALLY_ACROSS_YEARS("条例第五十条", "一项统计数须在同一年度之内"), TALLY_VALUE("国办公开办函〔2021〕30号", "收费和采购须填万元金额，其他项目须填数量；除项目增减外，均不小于零"),

	// the annual report
	UNKNOWN_REPORT("条例第五十条", "该年度报告尚未启动编制"), REPORT_ALREADY_OPENED("条例第五十条", "该年度报告已经启动编制"),
	REPORT_STAGE("条例第五十条", "报告所处阶段不允许该操作"), REPORT_INCOMPLETE("条例第五十条", "报告缺少法定内容"),
	REPORT_YEAR_RUNNING("条例第四十九条", "年度尚未终了，不得公布该年度报告"), REPORT_REASON("条例第四十五条", "须说明理由"),
	PLACEHOLDER_UNKNOWN("", "正文引用了不存在的数据项"), CARRY_OVER_UNEXPLAINED("国办公开办函〔2021〕30号", "上年结转与上年度报告公布的结转数不一致，须在表三注中说明"),
	CHANGES_PUBLISHED("条例第五十条", "该操作将改变已公布的年度报告数据，须说明理由"),

	// inspection
	UNKNOWN_FINDING("条例第四十七条", "没有这项检查发现，或者所指记录不存在"), FINDING_STAGE("条例第四十七条", "检查发现所处阶段不允许该操作"),

	// definitions
	UNKNOWN_DEFINITION("条例第五十条", "没有这个统计口径版本"), DEFINITION_ROW("国办公开办函〔2021〕30号", "同一行不得重复列出"),
	DEFINITION_COLUMN("国办公开办函〔2021〕30号", "同一列不得重复列出"),
	DEFINITION_COUNT("国办公开办函〔2021〕30号", "新收、上年结转、总计、结转下年度须各占一行，申请人总计须占一列"),
	DEFINITION_OUTCOME("国办公开办函〔2021〕30号", "每一种办理结果须计入且只计入一行"),
	DEFINITION_APPLICANT_KIND("国办公开办函〔2021〕30号", "每一类申请人须计入且只计入一列"), DEFINITION_YEARS("条例第五十条", "适用年度须有起止且互不重叠"),
	DEFINITION_IDENTITY("国办公开办函〔2021〕30号", "勾稽关系须以表中的行列明两边，不得重名"),

	// questions
	UNKNOWN_YEAR("条例第五十条", "该年度没有可报告的数据"), UNKNOWN_CELL("国办公开办函〔2021〕30号", "表中没有这一格"),
	UNKNOWN_POSITION("", "日志尚未到达该位置"), UNKNOWN_PROJECTION("", "没有这个视图"), REBUILD_UNDER_WAY("", "该视图正在重建"),
	NO_REBUILD("", "没有可以如此处理的重建"), ONLY_AT_THE_SOURCE("条例第五十条", "汇总的数据来自其他机关的日志，只能在来源机关办理或者比较"),

	// proof
	UNKNOWN_CHECKPOINT("", "没有这个检查点"), UNKNOWN_EVENT("", "没有这条记录"), COSIGNATURE_REFUSED("", "见证签名无效，或者不是指定的见证人"),

	// the stream
	NO_STREAM("", "本服务没有设置事件流"), TOPIC_IN_USE("", "主题已有内容，不能用于重新发送"), BROKER_UNREACHABLE("", "消息服务器没有应答，请稍后再试"),

	// documents
	NO_GLYPH("", "文中有字库未收录的字，无法印成PDF"),

	// imports
	IMPORT_UNREADABLE("", "文件无法读取"), IMPORT_HEADER("", "表头不正确"), IMPORT_CELL("", "单元格内容不正确"),
	IMPORT_DUPLICATE("条例第四十五条", "文件中申请编号重复"), IMPORT_CONFLICT("条例第四十五条", "与已登记的内容不一致"),
	IMPORT_QUEUE_FULL("", "等待导入的文件过多，请稍后再试"), UNKNOWN_IMPORT("", "没有这次导入");

	private final String article;

	private final String chinese;

	Rule(String article, String chinese) {
		this.article = article;
		this.chinese = chinese;
	}

	/// The stable code: `unknown-agency`.
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// The article that the rule comes from; empty for a rule of record keeping.
	public String article() {
		return this.article;
	}

	/// What the rule says, in Chinese.
	public String chinese() {
		return this.chinese;
	}

}
