package org.gongkai.query.integration;

import java.util.List;

import org.gongkai.query.Completeness;
import org.gongkai.query.ReadModels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Says under every page how far of each source it shows.
@ControllerAdvice(annotations = Controller.class)
class SourcePages {

	private final ObjectProvider<Following> following;

	private final ReadModels models;

	SourcePages(ObjectProvider<Following> following, ReadModels models) {
		this.following = following;
		this.models = models;
	}

	@ModelAttribute("sources")
	List<Completeness.SourcePosition> sources() {
		return this.following.stream().flatMap((one) -> one.at(this.models.position()).stream()).toList();
	}

}
