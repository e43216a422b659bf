package org.gongkai.events.report;

import org.jspecify.annotations.Nullable;

/// A row of table two (article 20); the numbers that its block has, null for the others. A table has the columns of the form of
/// 2021 (国办公开办函〔2021〕30号) or those of the form of 2019 (国办公开办函〔2019〕60号); decisions stand on both.
///
/// @param item `regulations`, `normative_documents`, `licences`, `penalties`, `coercions` or `fees`; on the form of 2019 also
/// `other_services` and `procurement`
/// @param made 本年制发件数
/// @param repealed 本年废止件数
/// @param inForce 现行有效件数
/// @param decisions 本年处理决定数量
/// @param amountWanYuan 本年收费金额 in 万元, a decimal
/// @param newlyMade 本年新制作数量
/// @param newlyPublished 本年新公开数量
/// @param publishedTotal 对外公开总数量
/// @param lastYearItems 上一年项目数量
/// @param change 本年增/减, negative where it decreased
/// @param items 采购项目数量
/// @param amountYuan 采购总金额 in 元, a decimal
public record TableTwoLine(String item, @Nullable Integer made, @Nullable Integer repealed, @Nullable Integer inForce,
		@Nullable Long decisions, @Nullable String amountWanYuan, @Nullable Integer newlyMade,
		@Nullable Integer newlyPublished, @Nullable Integer publishedTotal, @Nullable Long lastYearItems,
		@Nullable Long change, @Nullable Long items, @Nullable String amountYuan) {
}
