package org.gongkai.command.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.gongkai.command.NumbersUnavailable;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks a query-service for the numbers.
public final class HttpNumbers implements Numbers {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final String queryService;

	private final String authorization;

	/// @param queryService where it answers; empty where there is none
	/// @param authorization by which it knows this service
	public HttpNumbers(String queryService, String authorization) {
		this.authorization = authorization;
		this.queryService = queryService.replaceAll("/+$", "");
	}

	@Override
	public Figures of(ReportId report, boolean withSubordinates, @Nullable Long position) {
		return ask(report, "/content?withSubordinates=" + withSubordinates
				+ ((position == null) ? "&fresh=true" : "&knownAt=" + position));
	}

	@Override
	public Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes) {
		return ask(agency, "/part?fresh=true&withSubordinates=" + withSubordinates + "&disputes=" + disputes.name());
	}

	private Figures ask(ReportId report, String question) {
		if (this.queryService.isEmpty()) {
			throw new NumbersUnavailable("this server knows no query-service that could count");
		}
		URI address = URI.create(this.queryService + "/api/reports/" + report.value() + question);
		try {
			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(address)
				.timeout(PATIENCE)
				.header("Authorization", this.authorization)
				.header("Gongkai-Actor", "command-service")
				.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (answer.statusCode() != 200) {
				throw new NumbersUnavailable("the query-service answered with status " + answer.statusCode());
			}
			return EventJson.mapper().readValue(answer.body(), Figures.class);
		}
		catch (IOException | JacksonException ex) {
			throw new NumbersUnavailable("the query-service cannot be asked: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NumbersUnavailable("the question was interrupted");
		}
	}

}
