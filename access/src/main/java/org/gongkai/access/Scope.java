package org.gongkai.access;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// For which agencies the present request is allowed.
///
/// @param grants those by which it is; one for the whole house reaches everything
public record Scope(List<Grant> grants) {

	private static final String NAME = Scope.class.getName();

	private static final Scope EVERYTHING = new Scope(Caller.operator("").grants());

	public Scope {
		grants = List.copyOf(grants);
	}

	/// The present request's; everything where no request asks, as when the product asks
	/// itself.
	public static Scope current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		@Nullable Object found = (request == null) ? null : request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
		return (found instanceof Scope scope) ? scope : EVERYTHING;
	}

	/// For which agencies who calls now may do something else; none for nobody.
	public static Scope of(String operation) {
		Caller caller = Callers.find();
		return new Scope((caller == null) ? List.of() : Rights.grants(operation, caller));
	}

	static void set(HttpServletRequest request, Scope scope) {
		request.setAttribute(NAME, scope);
	}

	/// Requires that the agencies below are in it too, where the answer names their
	/// records although the request does not ask for them.
	/// @throws Refused `not-allowed`
	public void requireSubordinates() {
		if (this.grants.stream().noneMatch((grant) -> grant.isOfTheHouse() || grant.withSubordinates())) {
			throw new Refused(Rule.NOT_ALLOWED, "no role of this account reaches the agencies below");
		}
	}

	/// Whether all agencies are in it.
	public boolean isEverything() {
		return this.grants.stream().anyMatch(Grant::isOfTheHouse);
	}

}
