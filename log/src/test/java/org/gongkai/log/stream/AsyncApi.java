package org.gongkai.log.stream;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The AsyncAPI 3.0 document of the stream: a message for each published revision of each event.
final class AsyncApi {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(YAMLWriteFeature.MINIMIZE_QUOTES)
		.enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
		.disable(YAMLWriteFeature.SPLIT_LINES)
		.build();

	private static final String NUMBER = "^(0|[1-9][0-9]{0,17})$";

	private static final String HASH = "^[0-9a-f]{64}$";

	private final ObjectNode document = JsonNodeFactory.instance.objectNode();

	private AsyncApi() {
	}

	/// The text of the document.
	/// @param schemas by file name
	static String document(Map<String, JsonNode> schemas) {
		AsyncApi api = new AsyncApi();
		api.document.put("asyncapi", "3.0.0");
		api.document.putObject("info")
			.put("title", "Gongkai, the disclosure ledger (政府信息公开台账): events")
			.put("version", "1.0.0")
			.put("description",
					"""
							Every event of an office's log as a record without anything personal (个人信息), in the order of the log.
							follow.md shows how to follow it, evolution.md how events may change.""");
		api.document.put("defaultContentType", "application/json");
		api.server();
		api.channel(schemas);
		ObjectNode operation = api.document.withObject("/operations").putObject("recordEvent");
		operation.put("action", "send")
			.put("title", "What the office records")
			.put("summary", "Sends each event once it has its position in the log")
			.putObject("channel")
			.put("$ref", "#/channels/events");
		ObjectNode components = api.document.putObject("components");
		ObjectNode messages = components.putObject("messages");
		schemas.forEach((file, schema) -> messages.set(form(file), message(form(file), schema)));
		components.putObject("schemas").set("headers", headers());
		return YAML.writeValueAsString(api.document);
	}

	private void server() {
		ObjectNode server = this.document.withObject("/servers").putObject("broker");
		server.put("host", "{bootstrap}").put("protocol", "kafka").put("description", "The broker of the office");
		server.withObject("/variables")
			.putObject("bootstrap")
			.put("description", "host:port, as `gongkai.stream.bootstrap-servers` has it")
			.put("default", "localhost:9092");
	}

	private void channel(Map<String, JsonNode> schemas) {
		ObjectNode channel = this.document.withObject("/channels").putObject("events");
		channel.put("address", "{topic}")
			.put("title", "Events")
			.put("description",
					"""
							Each partition is in the order of the log. All records of a key are in one partition. A record may come again; \
							it then has the position of one that was there before. Nothing is left out: in a partition each record names the \
							position of the one before it.""");
		channel.withObject("/parameters")
			.putObject("topic")
			.put("description", "as `gongkai.stream.topic` has it")
			.put("default", "gongkai.events");
		ObjectNode messages = channel.putObject("messages");
		schemas.keySet()
			.forEach((file) -> messages.putObject(form(file)).put("$ref", "#/components/messages/" + form(file)));
	}

	private static ObjectNode message(String form, JsonNode schema) {
		ObjectNode message = JsonNodeFactory.instance.objectNode();
		message.put("name", "org.gongkai." + form)
			.put("title", schema.path("title").asString(""))
			.put("summary", schema.path("description").asString(""))
			.put("contentType", "application/json");
		ObjectNode own = JsonNodeFactory.instance.objectNode();
		own.withObject("/properties").putObject("ce_type").put("const", "org.gongkai." + form);
		own.withObject("/properties").putObject("ce_dataschema").put("const", schema.path("$id").asString(""));
		message.putObject("headers")
			.putArray("allOf")
			.add(JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/headers"))
			.add(own);
		message.putObject("payload")
			.put("schemaFormat", "application/schema+json;version=draft-2020-12")
			.putObject("schema")
			.put("$ref", "schemas/" + form + ".json");
		ObjectNode kafka = message.withObject("/bindings").putObject("kafka");
		kafka.putObject("key")
			.put("type", "string")
			.put("description",
					"the stream that the event belongs to (ce_subject): a case, an agency, a report and so on, in UTF-8");
		kafka.put("bindingVersion", "0.5.0");
		return message;
	}

	private static ObjectNode headers() {
		ObjectNode headers = JsonNodeFactory.instance.objectNode();
		headers.put("type", "object")
			.put("description", "CloudEvents 1.0 in the binary mode of Kafka; all are text in UTF-8.");
		ObjectNode fields = headers.putObject("properties");
		header(fields, "content-type", "the data is JSON").put("const", "application/json");
		header(fields, "ce_specversion", "version of CloudEvents").put("const", "1.0");
		header(fields, "ce_id", "the event's own number").put("format", "uuid");
		header(fields, "ce_source", "origin of the log, as its checkpoints are signed").put("format", "uri-reference");
		header(fields, "ce_type", "`org.gongkai.`, the event's name, its revision").put("pattern",
				"^org\\.gongkai\\.[a-z]+\\.[A-Za-z]+\\.v[1-9][0-9]*$");
		header(fields, "ce_time", "instant of recording (记录时间), to the microsecond").put("format", "date-time");
		header(fields, "ce_subject", "the stream that the event belongs to: the key of the record");
		header(fields, "ce_dataschema", "identifier of the JSON Schema of the data").put("pattern",
				"^urn:gongkai:schema:[a-z]+\\.[A-Za-z]+\\.v[1-9][0-9]*$");
		header(fields, "ce_position", "position in the log of the source (日志位置), from 1").put("pattern", NUMBER);
		header(fields, "ce_previous", "position of the record before it in the same partition; 0 for the first")
			.put("pattern", NUMBER);
		header(fields, "ce_streamsequence", "place within the stream, from 0").put("pattern", NUMBER);
		header(fields, "ce_leafhash", "hash of the event's leaf in the Merkle tree of the source, hexadecimal")
			.put("pattern", HASH);
		header(fields, "ce_chainhash",
				"""
						SHA-256, hexadecimal, of: the ce_chainhash of the record before it in the same partition (32 bytes, zeros for the \
						first); the bytes of ce_leafhash; ce_id, ce_source, ce_type, ce_time, ce_subject, ce_position, ce_previous and \
						ce_streamsequence, each followed by a line feed; the bytes of the data""")
			.put("pattern", HASH);
		fields.propertyNames().forEach((name) -> headers.withArray("required").add(name));
		return headers;
	}

	private static ObjectNode header(ObjectNode fields, String name, String description) {
		return fields.putObject(name).put("type", "string").put("description", description);
	}

	private static String form(String file) {
		return file.substring(0, file.length() - ".json".length());
	}

}
