package org.gongkai.log.verify;

/// What can be wrong with a log.
public enum Fault {

	/// A stored field is not what was recorded: payload, metadata, time or another.
	CHANGED("记录内容（正文、元数据、时间等）被改动"),

	/// Two events stand at each other's position.
	SWAPPED("记录顺序被调换"),

	/// An event is gone; where positions were closed up, all behind it moved.
	DELETED("记录被删除"),

	/// An event was put between others.
	INSERTED("记录被插入"),

	/// A position is missing.
	POSITION_HOLE("位置缺号"),

	/// A stream's sequence does not count 0, 1, 2 in the order of positions.
	SEQUENCE_HOLE("卷内序号不连续"),

	/// An event has no position and can get none any more.
	WITHOUT_POSITION("记录没有位置"),

	/// An event carries no mark of a node of this log, and was given no position.
	NOT_MARKED("记录并非由本系统写入"),

	/// A position has no leaf.
	LEAF_MISSING("缺少叶哈希"),

	/// A stored hash of the tree is not that of the leaves below it.
	NODE_WRONG("哈希树节点不符"),

	/// The log ends before what was signed.
	REWOUND("日志尾部被截断"),

	/// The log is not the one that was signed.
	CONTRADICTS_CHECKPOINT("日志与签名检查点不符"),

	/// A checkpoint is not signed by the log's key, or not what its row says.
	CHECKPOINT_FORGED("检查点签名无效"),

	/// A checkpoint carries no signature of the log's key.
	CHECKPOINT_UNSIGNED("检查点没有签名"),

	/// A checkpoint that was signed is gone.
	CHECKPOINT_MISSING("检查点缺失"),

	/// A read model claims events that the log does not have.
	PROJECTION_BEYOND("查询表超前于日志"),

	/// A read model lacks much of the log.
	PROJECTION_BEHIND("查询表不完整"),

	/// A read table does not follow from the log.
	TABLE_DIFFERS("查询表与日志不符");

	private final String chinese;

	Fault(String chinese) {
		this.chinese = chinese;
	}

	/// What it is called in Chinese.
	public String chinese() {
		return this.chinese;
	}

}
