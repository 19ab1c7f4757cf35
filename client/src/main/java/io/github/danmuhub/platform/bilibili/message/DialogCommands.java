package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog says to the anchor when order is kept: a title and labelled lines. Its buttons and
 * where to read on are left out.
 */
final class DialogCommands {
  private final StringJoiner lines = new StringJoiner("\n");
  private @Nullable String title;
  private long time;

  private DialogCommands() {}

  /**
   * CUT_OFF_V2: the broadcast was cut off; what and why stands in {@code cut_off_data}.
   * ANCHOR_ECOLOGY_LIVING_DIALOG: a warning. FULL_SCREEN_MASK_OPEN: one that covers the picture.
   */
  static Command of(Action action) {
    return message -> read(message, action);
  }

  private static void read(Message message, Action action) throws IOException, MalformedException {
    DialogCommands dialog = new DialogCommands();
    message.data(dialog::data);
    Origin origin = message.end(null, dialog.time);
    message.emit(new Moderation(origin, null, action, null, dialog.text()));
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "timestamp" -> time = in.number();
      case "cut_off_data" -> in.fields(this::data);
      case "title", "dialog_title", "cut_off_title" -> title = in.words();
      case "lines" -> line(null, in.words());
      case "dialog_message_list", "cut_off_message_list" ->
          in.elements((i, message) -> message(message));
      default -> {}
    }
  }

  private void message(JsonCursor in) throws IOException {
    String label = null;
    String content = null;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "label" -> label = in.words();
        case "content" -> content = in.words();
        default -> {}
      }
    }
    line(label, content);
  }

  private void line(@Nullable String label, @Nullable String words) {
    if (words != null) {
      lines.add(label == null ? words : label + "：" + words);
    }
  }

  private @Nullable String text() {
    String all = title == null ? lines.toString() : title + "\n" + lines;
    return all.isBlank() ? null : all.strip();
  }
}
