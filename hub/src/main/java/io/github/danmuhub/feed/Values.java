package io.github.danmuhub.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Cookies;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a room's variables are by now. One thread. */
final class Values implements UnaryOperator<String> {
  private final RoomContext context;
  private final Map<String, String> values = new HashMap<>();
  private Cookies cookies = Cookies.NONE;

  Values(FeedSpec spec, RoomRef room, RoomContext context) {
    this.context = context;
    values.putAll(spec.settings());
    values.putAll(context.settings().values());
    values.put("room", room.room());
    values.put("cookie", context.settings().credentials().cookie());
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** A visitor begins with none. */
  void forgetCookies() {
    cookies = Cookies.NONE;
  }

  void add(Cookies more) {
    cookies = cookies.with(more);
  }

  /** A name's value; empty where there is none. A path is nothing here. */
  @Override
  public String apply(String name) {
    return switch (name) {
      case "now" -> Long.toString(context.wallMs());
      case "random" -> Long.toHexString(context.random().nextLong() | Long.MIN_VALUE);
      case "cookies" -> cookies.header();
      default -> values.getOrDefault(name, "");
    };
  }

  /** The same, and paths are what stands in {@code message}. */
  UnaryOperator<String> with(JsonNode message) {
    return name -> name.startsWith("$") ? JsonPath.of(name).text(message).orElse("") : apply(name);
  }
}
