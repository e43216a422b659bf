package org.gongkai.command;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.audit.FindingId;
import org.gongkai.command.disclosure.RecordId;
import org.gongkai.command.report.ReportId;
import org.gongkai.command.review.DisputeId;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Describes every command as a path of its own, from its record: what is sent is what is described.
@SuppressWarnings({ "rawtypes", "unchecked" })
class CommandOpenApi implements OpenApiCustomizer {

	private static final String REF = "#/components/schemas/";

	private static final Map<String, String> REFUSALS = new TreeMap<>(
			Map.of("400", "malformed, or the actor is not told", "401", "nobody known calls", "403",
					"no role of the account allows it, or not for that agency", "404", "no such case", "412",
					"`If-Match` is not the present version", "413", "the body is too large", "422",
					"a rule is broken; `code` and `article` say which", "429",
					"too many calls; `Retry-After` says how long to wait", "500", "a defect of this server"));

	@Override
	public void customise(OpenAPI api) {
		api.info(new Info().title("Gongkai commands").version("1"));
		// where it was asked for, and not the host that the caller named
		api.servers(List.of(new Server().url("/")));
		Components components = (api.getComponents() == null) ? new Components() : api.getComponents();
		api.components(components);
		components.addSchemas("Receipt", of(Receipt.class, components));
		components.addSchemas("Problem", problem());
		for (Class<? extends Command> type : CommandCatalog.types()) {
			components.addSchemas(type.getSimpleName(), of(type, components));
			api.path("/api/commands/" + CommandCatalog.nameOf(type), new PathItem().post(operation(type)));
		}
		// whatever else this module answers refuses in the same form
		api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.forEach((operation) -> refusals(operation.getResponses()));
	}

	private static Operation operation(Class<? extends Command> type) {
		ApiResponses responses = new ApiResponses();
		responses.addApiResponse("200", answer("recorded; `ETag` is the new version", "application/json", "Receipt"));
		String feature = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
		return new Operation().operationId(CommandCatalog.nameOf(type))
			.tags(List.of(feature))
			.summary(type.getSimpleName())
			.addParametersItem(header(Actor.HEADER, "who acts, percent-encoded UTF-8", true))
			.addParametersItem(header(Actor.REASON,
					"why what is published may change, percent-encoded UTF-8; kept with every event", false))
			.addParametersItem(header("Idempotency-Key", "a repeated call with the same key is recorded once", false))
			.addParametersItem(header("If-Match", "the version the caller saw, in quotes", false))
			.requestBody(new RequestBody().required(true)
				.content(content("application/json", new Schema<>().$ref(REF + type.getSimpleName()))))
			.responses(responses);
	}

	private static void refusals(ApiResponses responses) {
		REFUSALS.forEach((status, description) -> responses.addApiResponse(status,
				answer(description, "application/problem+json", "Problem")));
	}

	private static Parameter header(String name, String description, boolean required) {
		return new Parameter().in("header")
			.name(name)
			.description(description)
			.required(required)
			.schema(typed("string"));
	}

	private static ApiResponse answer(String description, String mediaType, String schema) {
		return new ApiResponse().description(description)
			.content(content(mediaType, new Schema<>().$ref(REF + schema)));
	}

	private static Content content(String mediaType, Schema<?> schema) {
		return new Content().addMediaType(mediaType, new MediaType().schema(schema));
	}

	private static Schema<?> problem() {
		Map<String, Schema> fields = new LinkedHashMap<>();
		fields.put("type", typed("string"));
		fields.put("status", typed("integer"));
		fields.put("title", typed("string").description("the rule, in Chinese"));
		fields.put("detail", typed("string").description("this case, in English"));
		fields.put("instance", typed("string"));
		Schema<Object> code = typed("string");
		Arrays.stream(Rule.values()).map(Rule::code).forEach(code::addEnumItemObject);
		code.addEnumItemObject("internal");
		fields.put("code", code);
		fields.put("article", typed("string"));
		fields.put("field", typed("string"));
		fields.put("incident", typed("string").description("by which the server's own log has it"));
		return typed("object").properties(fields).required(List.of("type", "status", "title", "code"));
	}

	/// The schema of a record, its nested records put beside it.
	private static Schema<?> of(Class<?> type, Components components) {
		Map<String, Schema> fields = new LinkedHashMap<>();
		Schema<Object> schema = typed("object");
		for (RecordComponent component : type.getRecordComponents()) {
			fields.put(component.getName(), field(component.getGenericType(), components));
			if (!isNullable(component.getAnnotatedType()) && component.getType() != boolean.class) {
				schema.addRequiredItem(component.getName());
			}
		}
		schema.setAdditionalProperties(false);
		return schema.properties(fields);
	}

	private static boolean isNullable(AnnotatedElement type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static Schema<?> field(Type type, Components components) {
		if (type instanceof ParameterizedType list) {
			return typed("array").items(field(list.getActualTypeArguments()[0], components));
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isEnum()) {
			Schema<Object> names = typed("string");
			Arrays.stream(plain.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.forEach(names::addEnumItemObject);
			return names;
		}
		if (plain == ApplicationId.class) {
			return typed("string").description("agency code, slash, 申请编号");
		}
		if (plain == DisputeId.class) {
			return typed("string").description("`review:` or `lawsuit:`, agency code, slash, 案号");
		}
		if (plain == RecordId.class) {
			return typed("string").description("agency code, slash, number");
		}
		if (plain == ReportId.class) {
			return typed("string").description("agency code, slash, the year");
		}
		if (plain == FindingId.class) {
			return typed("string")
				.description("code of the rule, colon, record, colon, place of the entry or the year");
		}
		if (plain == AgencyCode.class) {
			return typed("string").pattern("^[A-Za-z0-9_-]{1,32}$");
		}
		if (plain.isRecord()) {
			components.addSchemas(plain.getSimpleName(), of(plain, components));
			return new Schema<>().$ref(REF + plain.getSimpleName());
		}
		return scalar(plain);
	}

	private static Schema<?> scalar(Class<?> type) {
		if (type == LocalDate.class) {
			return typed("string").format("date");
		}
		if (type == BigDecimal.class) {
			return typed("number");
		}
		if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
			return typed("integer");
		}
		if (type == Boolean.class || type == boolean.class) {
			return typed("boolean");
		}
		return typed("string");
	}

	private static Schema<Object> typed(String type) {
		Schema<Object> schema = new Schema<>();
		schema.setType(type);
		schema.addType(type);
		return schema;
	}

}
