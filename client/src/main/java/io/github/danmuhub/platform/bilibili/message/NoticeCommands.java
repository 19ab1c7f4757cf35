package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Messages that are only words. Without any words they are passed on as they are. */
final class NoticeCommands {
  /** {@code msg_type} of NOTICE_MSG: somebody became a guard. */
  private static final int GUARD = 3;

  private NoticeCommands() {}

  /** NOTICE_MSG: {@code msg_self} is what this room shows, {@code msg_common} what all show. */
  static void marquee(Message message) throws IOException, MalformedException {
    String self = null;
    String common = null;
    long type = 0;
    for (String f = message.field(); f != null; f = message.field()) {
      switch (f) {
        case "msg_self" -> self = message.in().words();
        case "msg_common" -> common = message.in().words();
        case "msg_type" -> type = message.in().number();
        default -> {}
      }
    }
    String text = self == null ? common : self;
    String buyer = type == GUARD && text != null ? MarkedText.first(text) : null;
    if (text != null && buyer != null) {
      Notice notice = new Notice(message.end(), null, MarkedText.plain(text));
      message.room().purchases().add(notice, buyer, message.now(), message.out());
    } else {
      emit(message, text);
    }
  }

  /** COMMON_NOTICE_DANMAKU: texts between pictures and links. */
  static void segments(Message message) throws IOException, MalformedException {
    emit(message, listed(message, "content_segments", "text", ""));
  }

  /** ONLINE_RANK_TOP3: who reached the first places. */
  static void top3(Message message) throws IOException, MalformedException {
    emit(message, listed(message, "list", "msg", "\n"));
  }

  /** ACTIVITY_BANNER_UPDATE_V2: the room's place in an event. */
  static void banner(Message message) throws IOException, MalformedException {
    emit(message, message.dataField("title", JsonCursor::words));
  }

  /** LOG_IN_NOTICE: names are masked from here on, for visitors without an account. */
  static void logIn(Message message) throws IOException, MalformedException {
    emit(message, message.dataField("notice_msg", JsonCursor::words));
  }

  private static String listed(Message message, String list, String wanted, String separator)
      throws IOException, MalformedException {
    StringBuilder text = new StringBuilder();
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      if (f.equals(list) && in.array()) {
        while (in.element()) {
          append(text, in, wanted, separator);
        }
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, JsonCursor in, String wanted, String separator)
      throws IOException {
    for (String f = in.firstField(); f != null; f = in.field()) {
      String words = f.equals(wanted) ? in.words() : null;
      if (words != null) {
        text.append(text.isEmpty() ? "" : separator).append(words);
      }
    }
  }

  private static void emit(Message message, @Nullable String text)
      throws IOException, MalformedException {
    if (text == null || text.isEmpty()) {
      message.unknown();
    } else {
      message.emit(new Notice(message.end(), null, MarkedText.plain(text)));
    }
  }
}
