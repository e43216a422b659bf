package org.gongkai.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares that a parameter of a controller, or a field of its body, names no agency and no record, or that its scope is
/// checked elsewhere. Every text and every long needs this or [Scoped].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE })
public @interface Unscoped {

	/// Why, where the name does not say it.
	String value() default "";

}
