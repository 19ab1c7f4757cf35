package io.github.danmuhub.feed;

import io.github.danmuhub.feed.message.Condition;
import io.github.danmuhub.feed.path.Template;
import io.github.danmuhub.feed.spec.Request;
import io.github.danmuhub.feed.spec.Said;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.feed.yaml.YamlNode;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code socket:}, {@code poll:} or {@code topic:} of a feed's file. */
final class SourceReader {
  private static final String TOPIC = "ws://127.0.0.1:7077/ws/topic/";

  private final YamlNode file;
  private final Variables variables;

  SourceReader(YamlNode file, Variables variables) {
    this.file = file;
    this.variables = variables;
  }

  Source read() {
    List<String> given =
        Stream.of("socket", "poll", "topic").filter(key -> file.get(key) != null).toList();
    if (given.size() != 1) {
      throw file.wrong(Phrase.of("feed.source"));
    }
    return switch (given.get(0)) {
      case "socket" -> socket(file.need("socket"));
      case "poll" -> poll(file.need("poll"));
      default -> topic(file.need("topic"));
    };
  }

  private Source socket(YamlNode socket) {
    socket.only("url", "headers", "deflate", "send", "heartbeat", "reply", "accepted", "quiet_for");
    YamlNode accepted = socket.get("accepted");
    YamlNode quiet = socket.get("quiet_for");
    return new Source.Socket(
        variables.known(socket.need("url"), "wss", "ws"),
        variables.headers(socket.get("headers")),
        Variables.flag(socket.get("deflate")),
        first(socket.get("send")),
        heartbeat(socket.get("heartbeat")),
        replies(socket.get("reply")),
        accepted == null ? null : Condition.of(accepted),
        quiet == null ? 0 : Variables.time(quiet));
  }

  private List<Said> first(@Nullable YamlNode list) {
    List<Said> said = new ArrayList<>();
    if (list != null) {
      list.asList().forEach(item -> said.add(said(item)));
    }
    return said;
  }

  /** A text, or {@code text:}, {@code hex:}, {@code ping: true}. */
  private Said said(YamlNode item) {
    if (item.keys() == null) {
      return Said.text(variables.text(item));
    }
    YamlNode hex = item.get("hex");
    if (hex != null) {
      return Said.binary(bytes(hex));
    }
    return Variables.flag(item.get("ping"))
        ? Said.ping()
        : Said.text(variables.text(item.need("text")));
  }

  private static byte[] bytes(YamlNode hex) {
    try {
      return HexFormat.of().parseHex(hex.asText().replace(" ", ""));
    } catch (IllegalArgumentException e) {
      throw hex.wrong(Phrase.of("feed.hex"));
    }
  }

  private Source.@Nullable Heartbeat heartbeat(@Nullable YamlNode beat) {
    if (beat == null) {
      return null;
    }
    beat.only("every", "text", "hex", "ping", "answer");
    YamlNode answer = beat.get("answer");
    return new Source.Heartbeat(
        Variables.time(beat.need("every")), said(beat), answer == null ? null : said(answer));
  }

  private List<Source.Reply> replies(@Nullable YamlNode list) {
    List<Source.Reply> replies = new ArrayList<>();
    if (list != null) {
      for (YamlNode item : list.asList()) {
        item.only("hear", "when", "say");
        YamlNode hear = item.get("hear");
        Condition when = hear == null ? Condition.of(item.need("when")) : Condition.ALWAYS;
        replies.add(
            new Source.Reply(hear == null ? null : said(hear), when, said(item.need("say"))));
      }
    }
    return replies;
  }

  private Source poll(YamlNode poll) {
    Map<String, String> start = new HashMap<>();
    YamlNode given = poll.get("start");
    if (given != null) {
      given.asKeys().forEach((name, value) -> start.put(name, value.asText()));
    }
    start.keySet().forEach(variables::add);
    Request request = variables.request(poll, "poll");
    for (String name : request.take().keySet()) {
      if (!start.containsKey(name)) {
        throw poll.wrong(Phrase.of("feed.start", name));
      }
    }
    return new Source.Poll(request, Variables.time(poll.need("every")), start);
  }

  /** What a page sends into a topic of a hub is heard there like anything else. */
  private Source topic(YamlNode topic) {
    if (topic.keys() != null) {
      topic.only("name", "hub", "token");
    }
    YamlNode name = topic.keys() == null ? topic : topic.need("name");
    YamlNode hub = topic.keys() == null ? null : topic.get("hub");
    YamlNode token = topic.keys() == null ? null : topic.get("token");
    if (!name.asText().matches("[A-Za-z0-9_-]{1,64}")) {
      throw name.wrong(Phrase.of("feed.topic"));
    }
    String place = hub == null ? TOPIC : hub.asText().replaceFirst("/$", "") + "/ws/topic/";
    YamlNode url = YamlNode.plain(name, place + name.asText());
    Map<String, Template> headers =
        token == null
            ? Map.of()
            : Map.of("Authorization", new Template("Bearer " + variables.text(token)));
    return new Source.Socket(
        variables.known(url, "ws", "wss"), headers, false, List.of(), pings(), List.of(), null, 0);
  }

  private static Source.Heartbeat pings() {
    return new Source.Heartbeat(20_000, Said.ping(), null);
  }
}
