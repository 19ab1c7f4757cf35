package io.github.danmuhub.rule.model;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.rule.text.NormalText;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may trigger rules: an event of a room, or a schedule, an HTTP call, the end of a vote. Its
 * text is brought into normal form once, whatever the number of rules. One thread.
 */
public final class Occasion {
  public static final String SCHEDULE = "schedule";
  public static final String HTTP = "http";
  public static final String VOTE = "vote";
  public static final String NO_VOTE = "no_vote";

  private final String type;
  private final @Nullable LiveEvent event;
  private final Map<String, String> said;
  private final long seq;
  private final long receivedMs;
  private @Nullable String cleaned;
  private @Nullable String folded;

  private Occasion(
      String type, @Nullable LiveEvent event, Map<String, String> said, long seq, long receivedMs) {
    this.type = type;
    this.event = event;
    this.said = Map.copyOf(said);
    this.seq = seq;
    this.receivedMs = receivedMs;
  }

  /**
   * An event of a room.
   *
   * @param seq the event's number in the log; 0 where it has none
   */
  public static Occasion of(LiveEvent event, long seq) {
    return new Occasion(EventTypes.name(event), event, Map.of(), seq, event.origin().received());
  }

  /**
   * One that is no event of a room.
   *
   * @param said its own fields, by the names that rules use
   */
  public static Occasion of(String type, Map<String, String> said, long nowMs) {
    return new Occasion(type, null, said, 0, nowMs);
  }

  /** The same with another event: several that were merged. */
  public Occasion with(LiveEvent merged) {
    return new Occasion(type, merged, said, seq, receivedMs);
  }

  /** As rules name it in {@code on}, such as {@code chat}. */
  public String type() {
    return type;
  }

  public @Nullable LiveEvent event() {
    return event;
  }

  /** A field that is no event's; null where it has none of this name. */
  public @Nullable String said(String name) {
    return said.get(name);
  }

  public long seq() {
    return seq;
  }

  /** Epoch milliseconds. */
  public long receivedMs() {
    return receivedMs;
  }

  /** {@code platform:room}; empty where it is no room's. */
  public String room() {
    return event == null ? "" : event.origin().platform() + ":" + event.origin().room();
  }

  public @Nullable User user() {
    return event == null ? null : event.user();
  }

  /**
   * Who it is: by the id, else, where the platform masks it, by the name; null where nobody can be
   * told from others.
   */
  public @Nullable String userKey() {
    User user = user();
    if (event == null || user == null) {
      return null;
    }
    String who = user.id() != null ? user.id() : user.name() == null ? null : "~" + user.name();
    return who == null ? null : event.origin().platform() + ":" + who;
  }

  /** How many equal messages it stands for. */
  public int times() {
    return event instanceof Chat chat ? Math.max(1, chat.repeated()) : 1;
  }

  /** What somebody wrote, or an HTTP call brought; null for neither. */
  public @Nullable String text() {
    if (event instanceof Chat chat) {
      return chat.text();
    }
    if (event instanceof SuperChat paid) {
      return paid.text();
    }
    return event instanceof Notice notice ? notice.text() : said.get("text");
  }

  /** Its text without what cannot be seen; empty where it has none. */
  public String cleanedText() {
    if (cleaned == null) {
      String text = text();
      cleaned = text == null ? "" : NormalText.cleaned(text);
    }
    return cleaned;
  }

  /** Its text in normal form. */
  public String foldedText() {
    if (folded == null) {
      folded = NormalText.folded(cleanedText());
    }
    return Objects.requireNonNull(folded);
  }
}
