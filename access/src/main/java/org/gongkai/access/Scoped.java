package org.gongkai.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares that a parameter of a controller names an agency or a record. The caller needs the right for it before the
/// controller is called.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Scoped {

	/// What the parameter names.
	Kind value();

	/// Kinds of scope.
	enum Kind {

		/// An agency, by its code.
		AGENCY,
		/// A record, by its id, which contains the agency's code.
		RECORD,
		/// Whether the agencies below are meant too.
		SUBORDINATES

	}

}
