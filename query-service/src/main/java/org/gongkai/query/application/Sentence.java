package org.gongkai.query.application;

/// One sentence in both languages.
///
/// @param zh in Chinese
/// @param en in English
public record Sentence(String zh, String en) {
}
