package org.gongkai.query.report.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Tells by its content what kind of file it is, and reads it. Nothing is fetched from anywhere.
final class PublishedFile {

	/// Larger files are refused: no published report comes near.
	static final int MOST_BYTES = 32 << 20;

	private static final Charset GB_18030 = Charset.forName("GB18030");

	private static final Pattern HTML = Pattern
		.compile("(?is)^\\s*<(!doctype|html|\\?xml|head|body|div|table|meta|p\\b).*");

	private PublishedFile() {
	}

	static PrintedReport read(Path file) {
		byte[] content = content(file);
		String name = file.toString();
		try {
			if (startsWith(content, "%PDF-")) {
				return document(file, PdfBlocks.of(content));
			}
			if (startsWith(content, "PK\u0003\u0004")) {
				return OfficeBlocks.read(file, content);
			}
			if (startsWith(content, "\u00D0\u00CF\u0011\u00E0")) {
				throw new Unreadable("is an old Word or Excel file, or one with a password; save it as DOCX or XLSX");
			}
			String text = text(content);
			if (text.stripLeading().startsWith("{")) {
				return JsonReport.read(name, text.getBytes(StandardCharsets.UTF_8));
			}
			return document(file, HTML.matcher(text).matches() ? HtmlBlocks.of(text) : TextBlocks.of(text));
		}
		catch (Unreadable ex) {
			throw new Unreadable(name + " " + ex.getMessage(), ex);
		}
	}

	private static PrintedReport document(Path file, List<Block> blocks) {
		return new DocumentReading(file, blocks, true).report();
	}

	private static byte[] content(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] content = in.readNBytes(MOST_BYTES + 1);
			if (content.length > MOST_BYTES) {
				throw new Unreadable(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
			}
			return content;
		}
		catch (NoSuchFileException ex) {
			throw new Unreadable("there is no file " + file, ex);
		}
		catch (AccessDeniedException ex) {
			throw new Unreadable("no permission to read " + file, ex);
		}
		catch (IOException ex) {
			throw new Unreadable("cannot read the file " + file + ": " + ex.getMessage(), ex);
		}
	}

	private static boolean startsWith(byte[] content, String magic) {
		byte[] begin = magic.getBytes(StandardCharsets.ISO_8859_1);
		return content.length >= begin.length
				&& ByteBuffer.wrap(content, 0, begin.length).equals(ByteBuffer.wrap(begin));
	}

	/// Text in the encoding that its bytes allow: many published reports are GBK and do
	/// not say so.
	static String text(byte[] content) {
		String text;
		if (startsWith(content, "\u00FF\u00FE")) {
			text = strictly(content, StandardCharsets.UTF_16LE);
		}
		else if (startsWith(content, "\u00FE\u00FF")) {
			text = strictly(content, StandardCharsets.UTF_16BE);
		}
		else {
			try {
				text = decoded(content, StandardCharsets.UTF_8);
			}
			catch (CharacterCodingException ex) {
				text = strictly(content, GB_18030);
			}
		}
		if (text.indexOf('\0') >= 0) {
			throw new Unreadable("is no text, HTML, DOCX, XLSX, PDF or JSON");
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static String strictly(byte[] content, Charset charset) {
		try {
			return decoded(content, charset);
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable("is no text, HTML, DOCX, XLSX, PDF or JSON", ex);
		}
	}

	private static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
		return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
	}

}
