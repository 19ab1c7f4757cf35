package io.github.danmuhub.feed.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.yaml.YamlNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** From a frame's bytes to its messages and back. Immutable; pure. */
public final class Chain {
  private static final String BROKEN = "{\"broken";

  private final List<Named> steps;
  private final JsonPath messages;

  private record Named(String name, Step step) {}

  private Chain(List<Named> steps, JsonPath messages) {
    this.steps = List.copyOf(steps);
    this.messages = messages;
  }

  /**
   * Reads {@code decode: [gunzip, json]}.
   *
   * @param messages where the messages are in what the last step gives
   */
  public static Chain of(YamlNode list, JsonPath messages) {
    List<Named> steps = new ArrayList<>();
    boolean json = false;
    for (YamlNode item : list.asList()) {
      Named step = step(item);
      if (step.step().takesJson() != json) {
        throw item.wrong(Phrase.of(json ? "feed.takes-bytes" : "feed.takes-json"));
      }
      json = step.step().givesJson();
      steps.add(step);
    }
    if (!json) {
      throw list.wrong(Phrase.of("feed.chain-end"));
    }
    return new Chain(steps, messages);
  }

  private static Named step(YamlNode item) {
    try {
      if (item.keys() == null) {
        return new Named(item.asText(), Steps.named(item.asText()));
      }
      YamlNode skip = item.only("skip", "at").get("skip");
      return skip == null
          ? new Named("at", new Steps.At(JsonPath.of(item.need("at").asText())))
          : new Named("skip", new Steps.Skip(skip.asText()));
    } catch (IllegalArgumentException e) {
      throw item.wrong(e);
    }
  }

  /**
   * The messages of a frame.
   *
   * @param frame is not moved
   * @throws MalformedException that names the step, if one cannot go on
   */
  public List<JsonNode> decode(ByteBuffer frame, Decompressors tools) throws MalformedException {
    List<Piece> pieces = List.of(Piece.of(frame));
    int depth = 0;
    for (int i = 0; i < steps.size(); i++) {
      pieces = decode(pieces, i, tools, depth);
      depth += steps.get(i).step().isLayer() ? 1 : 0;
    }
    List<JsonNode> found = new ArrayList<>();
    for (Piece piece : pieces) {
      found.addAll(messages(piece.asJson()));
    }
    if (found.size() > Bounds.PACKETS_PER_FRAME) {
      throw new MalformedException("more than " + Bounds.PACKETS_PER_FRAME + " messages");
    }
    return found;
  }

  /** What has no place for messages is one itself: something about the conversation. */
  private List<JsonNode> messages(JsonNode json) {
    return messages.hasPlace(json) ? messages.all(json) : List.of(json);
  }

  private List<Piece> decode(List<Piece> pieces, int number, Decompressors tools, int depth)
      throws MalformedException {
    Named step = steps.get(number);
    List<Piece> next = new ArrayList<>();
    for (Piece piece : pieces) {
      try {
        next.addAll(step.step().decode(piece, tools, depth));
      } catch (MalformedException e) {
        throw new MalformedException(
            "step %d (%s): %s".formatted(number + 1, step.name(), e.why()));
      }
    }
    return next;
  }

  /**
   * A frame with such messages, of which there is one where their place holds one: the other way.
   */
  public byte[] encode(List<JsonNode> all) {
    JsonNode root = null;
    for (JsonNode message : all) {
      root = messages.put(root, message);
    }
    return packed(Piece.of(root == null ? JsonNodeFactory.instance.objectNode() : root), 0);
  }

  /** A frame that breaks in the step that gives JSON. */
  public byte[] encodeBroken() {
    return packed(Piece.of(BROKEN.getBytes(UTF_8)), 1);
  }

  /** Packs what would come out of all steps but the last {@code left}. */
  private byte[] packed(Piece piece, int left) {
    Piece packed = piece;
    for (int i = steps.size() - 1 - left; i >= 0; i--) {
      packed = steps.get(i).step().encode(packed);
    }
    return packed.asBytes();
  }

  /** Whether its frames are no text. */
  public boolean isBinary() {
    String first = steps.get(0).name();
    return steps.get(0).step().isLayer() || first.equals("protobuf-raw");
  }

  /** The steps' names, in order. */
  public List<String> names() {
    return steps.stream().map(Named::name).toList();
  }
}
