package org.gongkai.query;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Forbids the browser everything that the pages do not need: no script (but the one of the page that verifies proofs), styles and images from here, no frames.
@Component
class SafePages extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy",
				request.getRequestURI().equals(SelfContainedPage.PATH) ? SelfContainedPage.POLICY : policy(request));
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		chain.doFilter(request, response);
	}

	private static String policy(HttpServletRequest request) {
		// a report as one file carries its style in itself
		String styles = request.getRequestURI().startsWith("/api/reports/") ? "'unsafe-inline'" : "'self'";
		return "default-src 'none'; style-src " + styles
				+ "; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
	}

}
