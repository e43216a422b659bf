package org.gongkai.access;

/// Whether the disk takes what is about to be recorded. Without it a full disk is found by the database, which then stops and repeats its
/// journal.
public interface StorageCheck {

	/// Cheap: asked before every request that may change something.
	boolean isUsable();

}
