package org.gongkai.statute.application;

/// A sentence in both languages and the article it rests on.
record Text(String article, String zh, String en) {

	static final String RECEIPT = "条例第三十一条";

	static final String CORRECTION = "条例第三十条";

	static final String THIRD_PARTY = "条例第三十二条";

	static final String TERM = "条例第三十三条第二款";

	static final String CONSULTATION = "条例第三十三条第三款";

	static final String AGENCY = "条例第三十四条";

	static final String REASONS = "条例第三十五条";

	static final String REPLY = "条例第三十六条";

	static final String RECORD = "条例第四十五条";

	static final String FEE = "国办函〔2020〕109号第六条";

	static final String REDECISION = "行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条";

	static final String DELIVERY = "国办公开办函〔2016〕235号";

	static final String WEEKEND = "国务院关于职工工作时间的规定第七条";

	static final String HOLIDAY = "全国年节及纪念日放假办法";

	static final String NOTICE = "国务院办公厅节假日安排通知";

}
