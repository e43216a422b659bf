package org.gongkai.events.application;

/// A part that was kept back from a partly granted reply, and why (article 37).
///
/// @param ground one of the eight grounds of 不予公开
/// @param description which part, in the office's words
public record WithheldPart(Outcome ground, String description) {
}
