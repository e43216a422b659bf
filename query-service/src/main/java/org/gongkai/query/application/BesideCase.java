package org.gongkai.query.application;

import java.util.Map;

import org.springframework.ui.Model;

/// What another feature shows on the page of a case.
public interface BesideCase {

	/// Adds what the page needs for it.
	void addTo(Model model, String applicationId);

	/// What it proposes for fields of the acts on the case, by their names.
	Map<String, String> proposed(String applicationId);

}
