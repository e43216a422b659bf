package org.gongkai.query;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// By what the tables are fed: the topics of other logs where some are named, else the log in the database.
final class FedBy {

	private FedBy() {
	}

	/// Topics are followed.
	static class Topics implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return Binder.get(context.getEnvironment())
				.bind("gongkai.query.follow.sources[0].origin", String.class)
				.isBound();
		}

	}

	/// The log in the database is shown.
	static class ItsLog extends Topics {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !super.matches(context, metadata);
		}

	}

}
