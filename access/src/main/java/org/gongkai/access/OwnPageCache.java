package org.gongkai.access;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// Remembers in a cookie which page was wanted before the sign-in, by its path alone: neither a forged host nor a forged cookie leads
/// away from here.
final class OwnPageCache extends CookieRequestCache {

	/// A form that was sent without a session cannot be opened after signing in.
	OwnPageCache() {
		setRequestMatcher((request) -> request.getMethod().equals("GET"));
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		try {
			SavedRequest saved = super.getRequest(request, response);
			String path = (saved == null) ? null : path(URI.create(saved.getRedirectUrl()));
			return (path == null) ? null : new SimpleSavedRequest(path);
		}
		catch (IllegalArgumentException ex) {
			return null; // not a cookie of ours
		}
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest saved = getRequest(request, response);
		String query = request.getQueryString();
		if (saved != null
				&& saved.getRedirectUrl().equals(request.getRequestURI() + ((query == null) ? "" : "?" + query))) {
			removeRequest(request, response);
		}
		return null; // a page that was wanted was a GET, which has nothing to be restored
	}

	private static @Nullable String path(URI wanted) {
		String path = wanted.getRawPath();
		if (path == null || !path.startsWith("/") || path.startsWith("//")) {
			return null;
		}
		return (wanted.getRawQuery() == null) ? path : path + "?" + wanted.getRawQuery();
	}

}
