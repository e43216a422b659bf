package org.gongkai.query.application;

import org.springframework.ui.Model;

/// What another feature shows on the page of a case.
public interface BesideCase {

	/// Adds what the page needs for it.
	void addTo(Model model, String applicationId);

}
