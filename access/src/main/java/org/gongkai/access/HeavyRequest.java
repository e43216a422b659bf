package org.gongkai.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a controller method whose cost grows with the log. Only a few of these run at once in a process, see [AdmissionGate].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HeavyRequest {

	/// Parameters, each as `name=value`, one of which makes the request heavy; none if it
	/// always is.
	String[] only() default {};

}
