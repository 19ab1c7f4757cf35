package io.github.danmuhub.feed.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON text ⇄ a tree, bounded. */
public final class JsonText {
  private static final int DIGITS = 100;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Bounds.JSON_DEPTH)
                          .maxStringLength(Bounds.STRING)
                          .maxNumberLength(DIGITS)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false) // 1.50 stays 1.50
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonText() {}

  /**
   * The one value that the text is.
   *
   * @throws MalformedException in words, if it is none
   */
  public static JsonNode read(byte[] text) throws MalformedException {
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new MalformedException("no JSON: the text is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new MalformedException("no JSON: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new MalformedException("no JSON: " + e.getMessage());
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** The text of a value. */
  public static byte[] write(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree refused to be text", e);
    }
  }
}
