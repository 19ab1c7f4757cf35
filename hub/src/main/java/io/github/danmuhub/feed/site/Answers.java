package io.github.danmuhub.feed.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Request;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.IssuedTokens;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import java.util.Map;

/** What the site answers over HTTP: tokens to lookups, messages to polls. One thread. */
final class Answers {
  private static final int TOKEN_BYTES = 18;

  private final FeedSpec spec;
  private final SiteContext site;
  private final IssuedTokens<String> tokens;

  Answers(FeedSpec spec, SiteContext site) {
    this.spec = spec;
    this.site = site;
    tokens = new IssuedTokens<>(site.random(), TOKEN_BYTES);
  }

  /** Whether every value that a lookup takes was issued here. */
  boolean areKnown(Map<String, String> values) {
    return spec.taken().stream()
        .filter(values::containsKey)
        .allMatch(
            name -> tokens.find(values.getOrDefault(name, "")).filter(name::equals).isPresent());
  }

  HttpReply to(HttpCall call, Programmes<JsonNode> rooms) {
    for (Request step : spec.lookup()) {
      var values = step.url().match(call.uri());
      if (values.isPresent() && step.method().equals(call.method())) {
        return lookup(step, values.get());
      }
    }
    if (spec.source() instanceof Source.Poll poll) {
      return poll.request()
          .url()
          .match(call.uri())
          .map(values -> poll(poll, values, rooms))
          .orElseGet(Answers::missing);
    }
    return missing();
  }

  private static HttpReply missing() {
    return HttpReply.of(404, "text/plain", "no such page");
  }

  private HttpReply lookup(Request step, Map<String, String> values) {
    if (!areKnown(values)) {
      return HttpReply.of(403, "text/plain", "not let in");
    }
    String room = values.getOrDefault("room", spec.rooms().first());
    if (!site.hosts(room)) {
      return missing();
    }
    JsonNode answer = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonPath> take : step.take().entrySet()) {
      answer = take.getValue().put(answer, TextNode.valueOf(tokens.issue(take.getKey())));
    }
    site.count("lookups");
    return json(JsonText.write(answer));
  }

  private HttpReply poll(Source.Poll poll, Map<String, String> values, Programmes<JsonNode> rooms) {
    String room = values.getOrDefault("room", spec.rooms().first());
    if (!site.hosts(room)) {
      return missing();
    }
    if (!areKnown(values) || site.strikes(Fault.AUTH_REFUSED)) {
      return HttpReply.of(403, "text/plain", "not let in");
    }
    site.count("polls");
    if (poll.request().take().isEmpty()) {
      List<JsonNode> latest = rooms.before(room, rooms.position(room));
      return json(spec.chain().encode(latest));
    }
    Map.Entry<String, JsonPath> cursor = poll.request().take().entrySet().iterator().next();
    String said = values.getOrDefault(cursor.getKey(), "");
    long from = said.matches("[1-9]\\d{0,17}") ? Long.parseLong(said) - 1 : PeerContext.NOW;
    Programmes.Part<JsonNode> part = rooms.since(room, from);
    return json(withCursor(cursor.getValue(), part));
  }

  /** Cursors count from 1 on the wire: 0 is what nobody was told yet. */
  private byte[] withCursor(JsonPath cursor, Programmes.Part<JsonNode> part) {
    byte[] body = spec.chain().encode(part.messages());
    try {
      String next = Long.toString(part.next() + 1);
      return JsonText.write(cursor.put(JsonText.read(body), TextNode.valueOf(next)));
    } catch (MalformedException packed) {
      return body;
    }
  }

  private static HttpReply json(byte[] body) {
    return HttpReply.of(200, "application/json; charset=utf-8", new String(body, UTF_8));
  }
}
