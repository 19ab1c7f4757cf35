package io.github.danmuhub.rpc.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.server.door.Topics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What pages say by themselves, to all who listen to a topic of the hub: {@code
 * {"topic":…,"value":…,"time":…}}. At most {@value #PER_SECOND} a second of one page; further ones
 * are dropped, counted. On the loop only.
 */
public final class Emits {
  static final int PER_SECOND = 1_000;
  private static final long SECOND_MS = 1_000;
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Supplier<Topics> topics;
  private final LongSupplier wallMs;
  private final Tallies tallies;

  /**
   * @param topics asked for when something is said
   */
  public Emits(Supplier<Topics> topics, LongSupplier wallMs, Tallies tallies) {
    this.topics = topics;
    this.wallMs = wallMs;
    this.tallies = tallies;
  }

  /** Of one page. */
  public Mouth open() {
    return new Mouth();
  }

  /** What one page says. */
  public final class Mouth {
    private long second;
    private int said;

    /** Says it; {@code refused} hears why not. */
    public void say(String topic, JsonNode value, Consumer<String> refused) {
      if (!Topics.isName(topic)) {
        tallies.count(Tallies.Of.BROKEN);
        refused.accept("a topic is named with 1 to 64 of A-Z a-z 0-9 _ -");
      } else if (!inTime()) {
        tallies.count(Tallies.Of.TOO_FAST);
        refused.accept("at most " + PER_SECOND + " messages a second; not sent");
      } else {
        topics.get().tell(topic, text(topic, value));
      }
    }

    private boolean inTime() {
      long now = wallMs.getAsLong() / SECOND_MS;
      said = now == second ? said + 1 : 1;
      second = now;
      return said <= PER_SECOND;
    }

    private String text(String topic, JsonNode value) {
      ObjectNode message = JsonNodeFactory.instance.objectNode().put("topic", topic);
      message.set("value", value);
      message.put("time", RFC_3339.format(Instant.ofEpochMilli(wallMs.getAsLong())));
      return message.toString();
    }
  }
}
