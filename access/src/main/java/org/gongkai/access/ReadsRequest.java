package org.gongkai.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares what a controller's method reads from the request itself. Every method that takes the request, or all of its
/// parameters as a map, needs this.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadsRequest {

	/// What is read, and where its scope is checked.
	String value();

	/// Names of the parameters that name agencies, as [Scoped.Kind#AGENCY].
	String[] agencies() default {};

	/// Names of the parameters that name records, as [Scoped.Kind#RECORD].
	String[] records() default {};

}
