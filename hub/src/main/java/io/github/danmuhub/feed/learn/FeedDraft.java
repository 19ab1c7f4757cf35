package io.github.danmuhub.feed.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the first draft of a feed's file from what went over a socket: its address, what is said
 * first, the heartbeat, how frames are unpacked, and rules for the messages that look like chat.
 * What a capture cannot tell is marked with TODO.
 */
public final class FeedDraft {
  private static final int SHORT = 256;
  private static final int RULES = 8;

  private final List<Message> messages;
  private final String url;
  private final StringBuilder out = new StringBuilder();

  private FeedDraft(List<Message> messages, String url) {
    this.messages = messages;
    this.url = url;
  }

  /**
   * The file's text.
   *
   * @throws IllegalArgumentException in words, if the capture has no socket whose messages are JSON
   *     or protobuf in a packing that feeds know
   */
  public static String of(Capture capture) {
    Map<Integer, List<Message>> sockets = new LinkedHashMap<>();
    capture
        .messages()
        .forEach(m -> sockets.computeIfAbsent(m.connection(), c -> new ArrayList<>()).add(m));
    List<Message> busiest =
        sockets.values().stream()
            .reduce((a, b) -> b.size() > a.size() ? b : a)
            .orElseThrow(() -> new UsageException(Phrase.of("feed.no-frames")));
    int socket = busiest.get(0).connection();
    String url =
        capture.entries().stream()
            .filter(entry -> entry instanceof Open open && open.connection() == socket)
            .map(entry -> ((Open) entry).url())
            .findFirst()
            .orElse("");
    return new FeedDraft(busiest, url).write();
  }

  private String write() {
    Packing packing =
        Packing.of(messages.stream().filter(m -> m.direction() == Direction.RECEIVED).toList())
            .orElseThrow(() -> new UsageException(Phrase.of("feed.packing")));
    Address address = Address.of(url);
    line("# A first draft: what is marked TODO a capture cannot tell.");
    line("feed: 1");
    line("id: " + address.id());
    line("settings: {host: " + quoted(address.host()) + "}");
    address.secrets().forEach((name, value) -> lookup(name));
    line("socket:");
    line("  url: " + quoted(address.template()));
    say();
    heartbeat();
    line("decode: " + packing.steps());
    if (!packing.messages().equals("$")) {
      line("messages: " + packing.messages());
    }
    rules(packing.found());
    return out.toString();
  }

  private void lookup(String name) {
    line("lookup:   # TODO where the page gets " + name + " from");
    line("  - get: https://{host}/TODO");
    line("    take: {" + name + ": $.data." + name + "}");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private boolean isAgain(Message message) {
    return messages.stream()
            .filter(m -> m.direction() == Direction.SENT && m.bytes().equals(message.bytes()))
            .count()
        > 1;
  }

  private void say() {
    List<Message> first =
        messages.stream()
            .filter(m -> m.direction() == Direction.SENT && !isAgain(m))
            .filter(m -> m.kind() == FrameKind.TEXT || m.kind() == FrameKind.BINARY)
            .limit(3)
            .toList();
    if (!first.isEmpty()) {
      line("  send:   # TODO what of it is yours alone, such as a token");
      first.forEach(message -> line("    - " + said(message)));
    }
  }

  private static String said(Message message) {
    return message.kind() == FrameKind.TEXT
        ? quoted(message.bytes().text())
        : "hex: " + quoted(HexFormat.of().formatHex(message.bytes().toBytes()));
  }

  private void heartbeat() {
    List<Message> beats =
        messages.stream()
            .filter(m -> m.direction() == Direction.SENT && m.bytes().size() <= SHORT)
            .filter(this::isAgain)
            .toList();
    Optional<Message> first = beats.stream().findFirst();
    List<Message> same =
        beats.stream().filter(m -> m.bytes().equals(first.orElseThrow().bytes())).toList();
    if (same.size() > 1) {
      long seconds = Math.max(1, Math.round((same.get(1).time() - same.get(0).time()) / 1_000.0));
      Message beat = same.get(0);
      String what =
          beat.kind() == FrameKind.PING
              ? "ping: true"
              : beat.kind() == FrameKind.TEXT ? "text: " + said(beat) : said(beat);
      line("  heartbeat: {every: " + seconds + "s, " + what + "}");
    }
  }

  private void rules(List<JsonNode> found) {
    Map<String, List<JsonNode>> byName = new LinkedHashMap<>();
    Optional<String> name = Leaves.name(found);
    for (JsonNode message : found) {
      String key = name.map(path -> Leaves.text(message, path)).orElse("");
      byName.computeIfAbsent(key, k -> new ArrayList<>()).add(message);
    }
    name.ifPresent(path -> line("name: " + path));
    line("events:");
    List<String> rules = new ArrayList<>();
    byName.forEach((key, some) -> rules.addAll(rule(name, key, some)));
    if (rules.isEmpty()) {
      line("  - type: notice   # TODO no text was found: say where it stands");
      line("    text: " + name.orElse("$.TODO"));
    }
    rules.forEach(this::line);
  }

  private List<String> rule(Optional<String> name, String key, List<JsonNode> some) {
    Leaves leaves = Leaves.of(some);
    Optional<String> text = leaves.text();
    if (text.isEmpty() || out.toString().split("- type:", -1).length > RULES) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    boolean chat = leaves.user().isPresent();
    lines.add("  - type: " + (chat ? "chat" : "notice"));
    name.filter(path -> !key.isEmpty())
        .ifPresent(path -> lines.add("    when: {" + quoted(path) + ": " + quoted(key) + "}"));
    leaves.id().ifPresent(path -> lines.add("    id: " + path));
    leaves.time().ifPresent(path -> lines.add("    time: " + path));
    leaves.user().ifPresent(path -> lines.add("    user: " + path));
    leaves.userId().ifPresent(path -> lines.add("    user_id: " + path));
    lines.add("    text: " + text.get());
    return lines;
  }
}
