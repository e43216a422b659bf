package org.gongkai.log.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A verifier of proof files as a stranger would write it: from docs/proof.md alone, on the JDK alone. Names no class of the
/// product, not even of its own package; knows SHA-256 only.
final class IndependentVerifier {

	private static final Set<String> FILE = Set.of("format", "event", "path", "checkpoint", "verifierKey");

	private static final List<String> EVENT = List.of("position", "streamType", "streamId", "sequence", "eventId",
			"name", "revision", "recordedAt", "payload", "metadata");

	private static final Set<String> NUMBERS = Set.of("position", "sequence", "recordedAt");

	private IndependentVerifier() {
	}

	/// @param keys verifier keys that must each have signed; the first is the log's
	static boolean accepts(String file, List<String> keys) {
		try {
			return verify(file, keys);
		}
		catch (RuntimeException | IOException | GeneralSecurityException ex) {
			return false;
		}
	}

	private static boolean verify(String file, List<String> keys) throws IOException, GeneralSecurityException {
		Map<?, ?> json = (Map<?, ?>) new Json(file).whole();
		if (!json.keySet().equals(FILE) || !"gongkai-proof/1".equals(json.get("format"))
				|| !keys.getFirst().equals(json.get("verifierKey"))) {
			return false;
		}
		Map<?, ?> event = (Map<?, ?>) json.get("event");
		if (!event.keySet().equals(Set.copyOf(EVENT))) {
			return false;
		}
		String note = (String) json.get("checkpoint");
		int end = note.lastIndexOf("\n\n");
		String text = note.substring(0, end + 1);
		String signatures = note.substring(end + 2);
		String[] lines = text.split("\n", -1);
		if (lines.length != 4 || !lines[3].isEmpty() || !lines[0].equals(keys.getFirst().split("\\+")[0])) {
			return false;
		}
		long size = Long.parseLong(lines[1]);
		long index = (Long) event.get("position") - 1;
		List<byte[]> path = new ArrayList<>();
		for (Object hash : (List<?>) json.get("path")) {
			path.add(decode((String) hash));
		}
		byte[] root = climb(index, size, sha256(new byte[] { 0 }, leaf(event)), path);
		if (root == null || !Arrays.equals(root, decode(lines[2]))) {
			return false;
		}
		for (String key : keys) {
			if (!signed(text, signatures, key)) {
				return false;
			}
		}
		return true;
	}

	private static byte[] leaf(Map<?, ?> event) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream data = new DataOutputStream(bytes);
		data.writeByte(1);
		for (String field : EVENT) {
			byte[] value;
			if (NUMBERS.contains(field)) {
				value = ByteBuffer.allocate(8).putLong((Long) event.get(field)).array();
			}
			else if (field.equals("eventId")) {
				String id = (String) event.get(field);
				if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
					throw new IOException("id");
				}
				value = HexFormat.of().parseHex(id.replace("-", ""));
			}
			else {
				value = ((String) event.get(field)).getBytes(StandardCharsets.UTF_8);
			}
			data.writeInt(value.length);
			data.write(value);
		}
		return bytes.toByteArray();
	}

	/// RFC 9162, 2.1.3.2.
	private static byte[] climb(long index, long size, byte[] leaf, List<byte[]> path) throws GeneralSecurityException {
		if (index < 0 || index >= size) {
			return null;
		}
		long fn = index;
		long sn = size - 1;
		byte[] r = leaf;
		for (byte[] p : path) {
			if (sn == 0) {
				return null;
			}
			if (fn % 2 == 1 || fn == sn) {
				r = sha256(new byte[] { 1 }, p, r);
				while (fn % 2 == 0 && fn != 0) {
					fn /= 2;
					sn /= 2;
				}
			}
			else {
				r = sha256(new byte[] { 1 }, r, p);
			}
			fn /= 2;
			sn /= 2;
		}
		return (sn == 0) ? r : null;
	}

	private static boolean signed(String text, String signatures, String key) throws GeneralSecurityException {
		String[] parts = key.split("\\+", 3);
		byte[] typed = decode(parts[2]);
		byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
		if (!HexFormat.of().formatHex(id).equals(parts[1]) || !signatures.endsWith("\n")) {
			return false;
		}
		boolean found = false;
		for (String line : signatures.substring(0, signatures.length() - 1).split("\n", -1)) {
			if (!line.matches("\u2014 [^ +]+ [^ ]+")) {
				return false;
			}
			byte[] signature = decode(line.substring(line.lastIndexOf(' ') + 1));
			if (line.startsWith("\u2014 " + parts[0] + " ") && Arrays.equals(id, Arrays.copyOf(signature, 4))) {
				found = true;
				if (!verifies(text, typed, Arrays.copyOfRange(signature, 4, signature.length))) {
					return false;
				}
			}
		}
		return found;
	}

	private static boolean verifies(String text, byte[] typed, byte[] signature) throws GeneralSecurityException {
		byte[] x509 = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typed, 1, 33));
		Signature ed25519 = Signature.getInstance("Ed25519");
		ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
		if (typed[0] == 1) {
			ed25519.update(text.getBytes(StandardCharsets.UTF_8));
			return ed25519.verify(signature);
		}
		long time = ByteBuffer.wrap(signature).getLong();
		ed25519.update(("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8));
		return typed[0] == 4 && ed25519.verify(signature, 8, signature.length - 8);
	}

	private static byte[] decode(String base64) {
		byte[] bytes = Base64.getDecoder().decode(base64);
		if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
			throw new IllegalArgumentException("another base64 of the same bytes");
		}
		return bytes;
	}

	private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (byte[] part : parts) {
			digest.update(part);
		}
		return digest.digest();
	}

	/// As much of JSON as a proof file has: objects, lists, texts, whole numbers.
	private static final class Json {

		private final String text;

		private int at;

		Json(String text) {
			this.text = text;
		}

		Object whole() {
			Object value = value();
			if (this.at != this.text.length()) {
				throw new IllegalArgumentException("more after the end");
			}
			return value;
		}

		private Object value() {
			return switch (this.text.charAt(this.at)) {
				case '{' -> object();
				case '[' -> list();
				case '"' -> string();
				default -> number();
			};
		}

		private Map<String, Object> object() {
			Map<String, Object> object = new LinkedHashMap<>();
			take('{');
			while (true) {
				String name = string();
				take(':');
				if (object.put(name, value()) != null) {
					throw new IllegalArgumentException("twice");
				}
				if (this.text.charAt(this.at) == '}') {
					this.at++;
					return object;
				}
				take(',');
			}
		}

		private List<Object> list() {
			List<Object> list = new ArrayList<>();
			take('[');
			if (this.text.charAt(this.at) == ']') {
				this.at++;
				return list;
			}
			while (true) {
				list.add(value());
				if (this.text.charAt(this.at) == ']') {
					this.at++;
					return list;
				}
				take(',');
			}
		}

		private String string() {
			take('"');
			StringBuilder string = new StringBuilder();
			while (this.text.charAt(this.at) != '"') {
				char c = this.text.charAt(this.at++);
				if (c < ' ') {
					throw new IllegalArgumentException("control character");
				}
				string.append((c == '\\') ? escaped() : c);
			}
			this.at++;
			return string.toString();
		}

		private char escaped() {
			char c = this.text.charAt(this.at++);
			return switch (c) {
				case '"', '\\', '/' -> c;
				case 'b' -> '\b';
				case 'f' -> '\f';
				case 'n' -> '\n';
				case 'r' -> '\r';
				case 't' -> '\t';
				case 'u' -> (char) Integer.parseInt(this.text.substring(this.at, this.at += 4), 16);
				default -> throw new IllegalArgumentException("escape");
			};
		}

		private Long number() {
			int begin = this.at;
			while ("-0123456789".indexOf(this.text.charAt(this.at)) >= 0) {
				this.at++;
			}
			String number = this.text.substring(begin, this.at);
			if (!number.matches("0|-?[1-9][0-9]{0,18}")) {
				throw new IllegalArgumentException("number");
			}
			return Long.valueOf(number);
		}

		private void take(char wanted) {
			if (this.text.charAt(this.at++) != wanted) {
				throw new IllegalArgumentException("expected " + wanted);
			}
		}

	}

}
