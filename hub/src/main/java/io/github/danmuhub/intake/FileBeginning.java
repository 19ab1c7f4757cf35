package io.github.danmuhub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.log.segment.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * How a file begins, unpacked.
 *
 * @param text without white space, marks of the byte order and empty bytes before the first letter
 */
record FileBeginning(String text) {
  private static final int BYTES = 1 << 13;
  private static final JsonFactory JSON = new JsonFactory();

  static FileBeginning of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(unpacked(in));
    }
  }

  static FileBeginning of(byte[] bytes) {
    return new FileBeginning(
        new String(bytes, UTF_8).replaceFirst("^[\\s\\ufeff\\ufffd\\x00]+", ""));
  }

  /** Nothing where the packing is damaged: who reads on tells so. */
  private static byte[] unpacked(InputStream file) {
    try {
      return Compression.unpack(file).readNBytes(BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  boolean isXml() {
    return text.startsWith("<");
  }

  /** A platform's message, which has a command; an event of ours has a type. */
  boolean isMessage() {
    Set<String> fields = fields();
    return fields.contains("cmd") && !(fields.contains("v") && fields.contains("type"));
  }

  /** An entry of a capture. */
  boolean isCapture() {
    return fields().contains("ev");
  }

  /** Of the JSON object in the first line, as far as it goes. */
  private Set<String> fields() {
    Set<String> fields = new HashSet<>();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          fields.add(json.currentName());
          json.nextToken();
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      return fields; // longer than what was read, or no JSON
    }
    return fields;
  }
}
