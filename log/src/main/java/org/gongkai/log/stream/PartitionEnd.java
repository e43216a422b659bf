package org.gongkai.log.stream;

/// How far one partition of a topic reaches: what its next record is chained to.
///
/// @param position of the last record; 0 for none
/// @param chain chain hash of the last record, 64 hexadecimal digits; zeros for none
public record PartitionEnd(long position, String chain) {

	/// Of a partition without a record.
	public static final PartitionEnd NONE = new PartitionEnd(0, "0".repeat(64));

}
