package org.gongkai.log.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.EventForms;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;

/// An event on the stream: a CloudEvent 1.0 in the binary mode of Kafka, its key the stream of the event. Made and read
/// here alone; docs/stream.md describes it.
///
/// @param id the event's own number
/// @param source the log's origin
/// @param name in the catalogue of events
/// @param revision of the event's form on the stream, from 1
/// @param recordedAt to the microsecond
/// @param stream the case, agency or calendar that the event belongs to
/// @param position in the log of the source, from 1
/// @param previous position of the record before in the same partition; 0 for the first
/// @param sequence place in the stream, from 0
/// @param leaf hash of the event's leaf in the tree of the source, 64 hexadecimal digits
/// @param chain hash over the chain hash of the record before, and this record
/// @param data the event's JSON without anything personal
public record StreamRecord(UUID id, String source, String name, int revision, Instant recordedAt, String stream,
		long position, long previous, long sequence, String leaf, String chain, String data) {

	private static final String TYPE = "org.gongkai.";

	private static final String SCHEMA = "urn:gongkai:schema:";

	private static final Pattern FORM = Pattern.compile("org\\.gongkai\\.(\\w+\\.\\w+)\\.v([1-9]\\d{0,3})");

	private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * Hash.LENGTH + "}");

	private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	/// The record of an event, behind the last one of its partition.
	/// @param source the log's origin
	/// @param event all that is stored of it
	/// @param leaf the hash of it
	public static StreamRecord of(String source, Leaf event, byte[] leaf, PartitionEnd end) {
		StreamRecord record = new StreamRecord(event.eventId(), source, event.name(),
				EventForms.revisionOf(event.revision()), Instant.EPOCH.plus(event.recordedAt(), ChronoUnit.MICROS),
				event.streamId(), event.position(), end.position(), event.sequence(), HexFormat.of().formatHex(leaf),
				"", StreamData.of(event.name(), event.payload()));
		return record.withChain(record.chainBehind(end));
	}

	/// A record that came.
	/// @param key of the record
	/// @param headers all of them, as text
	/// @param data the value as text
	/// @throws MalformedRecord if it is not such a record, whatever its hashes are
	public static StreamRecord read(String key, Map<String, String> headers, String data) {
		Matcher form = FORM.matcher(header(headers, "ce_type"));
		if (!header(headers, "ce_specversion").equals("1.0") || !form.matches()) {
			throw new MalformedRecord("no record of a disclosure ledger: " + headers.get("ce_type"));
		}
		StreamRecord record = new StreamRecord(uuid(header(headers, "ce_id")), header(headers, "ce_source"),
				form.group(1), Integer.parseInt(form.group(2)), time(header(headers, "ce_time")), key,
				number(headers, "ce_position"), number(headers, "ce_previous"), number(headers, "ce_streamsequence"),
				hash(headers, "ce_leafhash"), hash(headers, "ce_chainhash"), data);
		record.headers().forEach((name, value) -> {
			if (!value.equals(headers.get(name))) {
				throw new MalformedRecord(
						"the header " + name + " of position " + record.position() + " is not " + value);
			}
		});
		if (record.position() <= record.previous()) {
			throw new MalformedRecord("position " + record.position() + " follows " + record.previous());
		}
		return record;
	}

	/// The headers, in their order.
	public Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("content-type", "application/json");
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", this.id.toString());
		headers.put("ce_source", this.source);
		headers.put("ce_type", type());
		headers.put("ce_time", TIME.format(this.recordedAt));
		headers.put("ce_subject", this.stream);
		headers.put("ce_dataschema", SCHEMA + form());
		headers.put("ce_position", Long.toString(this.position));
		headers.put("ce_previous", Long.toString(this.previous));
		headers.put("ce_streamsequence", Long.toString(this.sequence));
		headers.put("ce_leafhash", this.leaf);
		headers.put("ce_chainhash", this.chain);
		return headers;
	}

	/// Whether it is the very next record behind the end of its partition, unchanged.
	public boolean follows(PartitionEnd end) {
		return this.previous == end.position() && this.chain.equals(chainBehind(end));
	}

	/// What the next record of the partition is chained to.
	public PartitionEnd end() {
		return new PartitionEnd(this.position, this.chain);
	}

	/// The event in its newest form, to whom everything personal reads as absent and
	/// nobody's circumstances
	/// are known.
	/// @throws IllegalArgumentException if this version knows no such event
	public Recorded<Event> event() {
		return event(EventForms.PUBLISHED);
	}

	/// @param forms in which events are read
	public Recorded<Event> event(EventForms forms) {
		return new Recorded<>(this.position, this.stream, this.sequence, this.recordedAt, Map.of(),
				StreamData.event(forms, this.name, this.revision, this.data));
	}

	private String form() {
		return this.name + ".v" + this.revision;
	}

	private String type() {
		return TYPE + form();
	}

	private String chainBehind(PartitionEnd end) {
		MessageDigest digest = Hasher.sha256();
		digest.update(HexFormat.of().parseHex(end.chain()));
		digest.update(HexFormat.of().parseHex(this.leaf));
		for (Object field : new Object[] { this.id, this.source, type(), TIME.format(this.recordedAt), this.stream,
				this.position, this.previous, this.sequence }) {
			digest.update((field + "\n").getBytes(StandardCharsets.UTF_8));
		}
		return HexFormat.of().formatHex(digest.digest(this.data.getBytes(StandardCharsets.UTF_8)));
	}

	private StreamRecord withChain(String chained) {
		return new StreamRecord(this.id, this.source, this.name, this.revision, this.recordedAt, this.stream,
				this.position, this.previous, this.sequence, this.leaf, chained, this.data);
	}

	private static String header(Map<String, String> headers, String name) {
		String value = headers.get(name);
		if (value == null) {
			throw new MalformedRecord("the header " + name + " is missing");
		}
		return value;
	}

	private static long number(Map<String, String> headers, String name) {
		String text = header(headers, name);
		if (!NUMBER.matcher(text).matches()) {
			throw new MalformedRecord("the header " + name + " is no number");
		}
		return Long.parseLong(text);
	}

	private static String hash(Map<String, String> headers, String name) {
		String text = header(headers, name);
		if (!HEX.matcher(text).matches()) {
			throw new MalformedRecord("the header " + name + " is no hash");
		}
		return text;
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedRecord("the header ce_id is no UUID");
		}
	}

	private static Instant time(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new MalformedRecord("the header ce_time is no time");
		}
	}

}
