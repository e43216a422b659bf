package org.gongkai.events.report;

import org.jspecify.annotations.Nullable;

/// A row of table two (article 20); the numbers that its block has, null for the others.
///
/// @param item `regulations`, `normative_documents`, `licences`, `penalties`, `coercions` or `fees`
/// @param made 本年制发件数
/// @param repealed 本年废止件数
/// @param inForce 现行有效件数
/// @param decisions 本年处理决定数量
/// @param amountWanYuan 本年收费金额 in 万元, a decimal
public record TableTwoLine(String item, @Nullable Integer made, @Nullable Integer repealed, @Nullable Integer inForce,
		@Nullable Long decisions, @Nullable String amountWanYuan) {
}
