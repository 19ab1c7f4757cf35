package io.github.danmuhub.platform.bilibili.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * DM_INTERACTION: what many do at once, as a player shows it. {@code data} is JSON in a string (an
 * object until 2023). By {@code type}: 101 a vote, 102 the same chat of many, 103 follows, 104
 * gifts, 105 shares, 106 likes: so many, followed by words. It comes again with every press: told
 * are the first, those whose count has doubled, and the end.
 */
final class InteractionCommand {
  private final StringJoiner choices = new StringJoiner("\n");
  private final StringJoiner chats = new StringJoiner("\n");

  /** {@code status}: the counting goes on. */
  private static final int GOING_ON = 4;

  private final StringJoiner subjects = new StringJoiner("\n");
  private @Nullable String id;
  private long status;
  private long counted;
  private @Nullable String question;
  private @Nullable String suffix;
  private long count;

  private InteractionCommand() {}

  static void read(Message message) throws IOException, MalformedException {
    InteractionCommand interaction = new InteractionCommand();
    message.data(interaction::data);
    String text = interaction.text();
    if (text.isEmpty()) {
      message.unknown();
    } else {
      message.emit(new Notice(message.end(), null, text), interaction.key());
    }
  }

  /** The same until the count has doubled. */
  private @Nullable String key() {
    if (id == null) {
      return null;
    }
    int doubled = Long.SIZE - Long.numberOfLeadingZeros(Math.max(count, counted));
    String step = status == GOING_ON ? Integer.toString(doubled) : "over";
    return "interaction:" + id + ":" + subjects + ":" + step;
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "id" -> id = in.id();
      case "status" -> status = in.number();
      case "data" -> details(in);
      default -> {}
    }
  }

  private void details(JsonCursor in) throws IOException {
    String json = in.words();
    if (json == null) {
      in.fields(this::detail);
      return;
    }
    try (JsonCursor inner = JsonCursor.over(json)) {
      inner.fields(this::detail);
    } catch (JsonProcessingException e) {
      // what was readable is used
    }
  }

  private void detail(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "question" -> question = in.words();
      case "suffix_text" -> suffix = in.words();
      case "cnt" -> count = in.number();
      case "options" -> in.elements((i, option) -> one(option, choices));
      case "combo" -> in.elements((i, combo) -> one(combo, chats));
      default -> {}
    }
  }

  private void one(JsonCursor in, StringJoiner lines) throws IOException {
    String guide = null;
    String words = null;
    long times = 0;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "guide" -> guide = in.words();
        case "desc", "content" -> words = in.words();
        case "cnt" -> times = in.number();
        default -> {}
      }
    }
    if (words != null) {
      subjects.add(words);
      counted += Math.max(0, Math.min(Integer.MAX_VALUE, times));
      lines.add((guide == null ? "" : guide) + words + " ×" + times);
    }
  }

  /** A vote has its choices among the combos too. */
  private String text() {
    if (question != null) {
      return question + "\n" + choices;
    }
    return suffix == null ? chats.toString() : count + suffix;
  }
}
