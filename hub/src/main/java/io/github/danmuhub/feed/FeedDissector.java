package io.github.danmuhub.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.message.EventRule;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Said;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A frame for people: the steps that it goes through, and each message by the rule that fits. */
final class FeedDissector implements Dissector {
  private static final int SAID = 45;
  private static final int MESSAGE = 70;
  private static final int PING = 10;

  private final FeedSpec spec;
  private final Decompressors tools = new Decompressors();

  FeedDissector(FeedSpec spec) {
    this.spec = spec;
  }

  @Override
  public int recognizes(FrameKind kind, ByteBuffer frame) {
    if (kind == FrameKind.PING || kind == FrameKind.PONG) {
      return PING;
    }
    return isMessages(frame) ? MESSAGE : said(kind, frame).isPresent() ? SAID : 0;
  }

  @Override
  public int recognizes(URI asked, ByteBuffer answer) {
    return spec.isPoll(asked) && isMessages(answer) ? MESSAGE : 0;
  }

  private boolean isMessages(ByteBuffer frame) {
    try {
      List<JsonNode> messages = spec.chain().decode(frame, tools);
      return !messages.isEmpty() && messages.stream().allMatch(this::isKnown);
    } catch (MalformedException e) {
      return false;
    }
  }

  private boolean isKnown(JsonNode message) {
    return spec.messages().ruleOf(message).isPresent()
        || spec.messages().passesOver(message)
        || isAdmission(message);
  }

  private boolean isAdmission(JsonNode message) {
    return spec.source() instanceof Source.Socket socket
        && socket.accepted() != null
        && socket.accepted().holds(message);
  }

  @Override
  public boolean isFromClient(FrameKind kind, ByteBuffer frame) {
    return !isMessages(frame) && ofClient(kind, frame).isPresent();
  }

  private Optional<Said> ofClient(FrameKind kind, ByteBuffer frame) {
    return spec.source() instanceof Source.Socket socket
        ? socket.said().stream().filter(said -> said.isHeardIn(kind, frame)).findFirst()
        : Optional.empty();
  }

  /** What either side says beside messages. */
  private Optional<Said> said(FrameKind kind, ByteBuffer frame) {
    return ofClient(kind, frame).or(() -> ofSite(kind, frame));
  }

  private Optional<Said> ofSite(FrameKind kind, ByteBuffer frame) {
    if (!(spec.source() instanceof Source.Socket socket)) {
      return Optional.empty();
    }
    List<Said> heard = new ArrayList<>();
    socket.replies().forEach(reply -> Optional.ofNullable(reply.hear()).ifPresent(heard::add));
    Optional.ofNullable(socket.heartbeat())
        .flatMap(beat -> Optional.ofNullable(beat.answer()))
        .ifPresent(heard::add);
    return heard.stream().filter(said -> said.isHeardIn(kind, frame)).findFirst();
  }

  @Override
  public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
    if (kind == FrameKind.PING || kind == FrameKind.PONG) {
      return List.of(layer(kind == FrameKind.PING ? "ping" : "pong", frame, List.of(), List.of()));
    }
    Optional<Said> said = isMessages(frame) ? Optional.empty() : said(kind, frame);
    if (said.isPresent()) {
      Layer.Field text = Layer.Field.of("text", UTF_8.decode(frame.duplicate()));
      return List.of(layer("said", frame, List.of(text), List.of()));
    }
    return List.of(messages(frame));
  }

  @Override
  public List<Layer> dissect(URI asked, ByteBuffer answer) {
    return List.of(messages(answer));
  }

  private Layer messages(ByteBuffer frame) {
    try {
      List<Layer> messages = new ArrayList<>();
      spec.chain().decode(frame, tools).forEach(message -> messages.add(layer(message)));
      return layer(String.join(", ", spec.chain().names()), frame, List.of(), messages);
    } catch (MalformedException e) {
      return layer("broken", frame, List.of(Layer.Field.of("error", e.why())), List.of());
    }
  }

  private static Layer layer(
      String title, ByteBuffer frame, List<Layer.Field> fields, List<Layer> inner) {
    return new Layer(title, 0, frame.remaining(), fields, inner);
  }

  private Layer layer(JsonNode message) {
    byte[] json = JsonText.write(message);
    Optional<EventRule> rule = spec.messages().ruleOf(message);
    List<Layer.Field> fields = new ArrayList<>();
    fields.add(Layer.Field.of("json", new String(json, UTF_8)));
    rule.ifPresent(found -> fields(found, message, fields));
    return new Layer(
        rule.map(found -> found.kind().word()).orElse("message"),
        0,
        json.length,
        fields,
        List.of());
  }

  private static void fields(EventRule rule, JsonNode message, List<Layer.Field> fields) {
    rule.fields()
        .forEach(
            (name, value) ->
                value
                    .read(message)
                    .ifPresent(v -> fields.add(new Layer.Field(name, v, value.toString()))));
  }
}
