package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.User;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what the style blocks, of the chat and of what was paid, and emotes where it says so.
 */
final class ShownChats implements ExportSink {
  private static final Pattern EMOTE = Pattern.compile("\\[[^\\[\\]\\s]{1,16}\\]");

  private final AssStyle.Shown shown;
  private final ExportSink sink;

  private ShownChats(AssStyle.Shown shown, ExportSink sink) {
    this.shown = shown;
    this.sink = sink;
  }

  /** What {@code style} wants shown goes on into {@code sink}. */
  static ExportSink of(AssStyle style, ExportSink sink) {
    double seconds = style.shown().mergeSeconds();
    ExportSink merged = seconds > 0 ? new Repeats(sink, Math.round(seconds * 1_000)) : sink;
    return new ShownChats(style.shown(), merged);
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    if (numbered.event() instanceof Chat chat) {
      chat(numbered, chat);
    } else if (!isBlocked(numbered.event().user())) {
      sink.accept(numbered);
    }
  }

  @Override
  public void takenBack(Numbered numbered) throws IOException {
    sink.takenBack(numbered);
  }

  private void chat(Numbered numbered, Chat chat) throws IOException {
    if (isBlocked(chat.user()) || shown.blockedWords().stream().anyMatch(chat.text()::contains)) {
      return;
    }
    String text = shown.emotes() ? chat.text() : withoutEmotes(chat);
    if (text.equals(chat.text())) {
      sink.accept(numbered);
    } else if (!text.isBlank()) {
      sink.accept(new Numbered(numbered.seq(), chat.withText(text)));
    }
  }

  private boolean isBlocked(@Nullable User user) {
    return user != null
        && !shown.blockedUsers().isEmpty()
        && ((user.id() != null && shown.blockedUsers().contains(user.id()))
            || shown.blockedUsers().contains(user.displayName()));
  }

  private static String withoutEmotes(Chat chat) {
    String text = chat.text();
    for (Chat.Emote emote : chat.emotes()) {
      text = text.replace(emote.key(), "");
    }
    return EMOTE.matcher(text).replaceAll("").strip();
  }

  @Override
  public void finish() throws IOException {
    sink.finish();
  }
}
