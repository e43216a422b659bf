package org.gongkai.log.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Everything that is stored of an event, as one leaf of the tree.
///
/// @param position counts from 1; the leaf's index is one less
/// @param streamType kind of the stream
/// @param streamId the stream
/// @param sequence place in the stream, from 0
/// @param eventId the event's own number
/// @param name in the catalogue of events
/// @param revision of the event's form
/// @param recordedAt microseconds since 1970-01-01T00:00Z
/// @param payload the stored text, to the byte
/// @param metadata the stored text, to the byte
public record Leaf(long position, String streamType, String streamId, long sequence, UUID eventId, String name,
		String revision, long recordedAt, String payload, String metadata) {

	/// First byte of the leaf data: the version of this layout.
	private static final byte VERSION = 1;

	private static final int FIELDS = 10;

	private static final int NUMBERS = 3;

	/// What is hashed: the version, then every field in the order of this record, each
	/// after its length of four bytes.
	public byte[] data() {
		byte[] type = utf8(this.streamType);
		byte[] id = utf8(this.streamId);
		byte[] called = utf8(this.name);
		byte[] form = utf8(this.revision);
		byte[] content = utf8(this.payload);
		byte[] circumstances = utf8(this.metadata);
		ByteBuffer data = ByteBuffer.allocate(1 + FIELDS * Integer.BYTES + NUMBERS * Long.BYTES + 2 * Long.BYTES
				+ type.length + id.length + called.length + form.length + content.length + circumstances.length);
		data.put(VERSION);
		number(data, this.position);
		text(data, type);
		text(data, id);
		number(data, this.sequence);
		data.putInt(2 * Long.BYTES)
			.putLong(this.eventId.getMostSignificantBits())
			.putLong(this.eventId.getLeastSignificantBits());
		text(data, called);
		text(data, form);
		number(data, this.recordedAt);
		text(data, content);
		text(data, circumstances);
		return data.array();
	}

	/// The same event at another position.
	public Leaf at(long other) {
		return new Leaf(other, this.streamType, this.streamId, this.sequence, this.eventId, this.name, this.revision,
				this.recordedAt, this.payload, this.metadata);
	}

	/// An instant in the unit of [#recordedAt].
	public static long micros(Instant instant) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
	}

	private static void number(ByteBuffer data, long number) {
		data.putInt(Long.BYTES).putLong(number);
	}

	private static void text(ByteBuffer data, byte[] text) {
		data.putInt(text.length).put(text);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
