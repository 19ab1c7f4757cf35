package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marquee: words, but those of a purchase belong to it. See also {@link NoticeTable}. */
final class NoticeCommands {
  /** {@code msg_type} of NOTICE_MSG: somebody became a guard. */
  private static final int GUARD = 3;

  /** Of this room alone. */
  private static final int ROOM = 2;

  private @Nullable String self;
  private @Nullable String common;
  private long type;

  private NoticeCommands() {}

  /** NOTICE_MSG: {@code msg_self} is what this room shows, {@code msg_common} what all show. */
  static void marquee(Message message) throws IOException, MalformedException {
    NoticeCommands marquee = new NoticeCommands();
    message.fields(marquee::field);
    String text = marquee.self == null ? marquee.common : marquee.self;
    String buyer = marquee.type == GUARD && text != null ? MarkedText.first(text) : null;
    if (text != null && buyer != null) {
      Notice notice = new Notice(message.end(), null, MarkedText.plain(text));
      message.room().purchases().add(notice, buyer);
    } else {
      emit(message, text);
    }
  }

  private void field(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "msg_self" -> self = in.words();
      case "msg_common" -> common = in.words();
      case "msg_type" -> type = in.number();
      default -> {}
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

  /** The marquee. */
  static List<Raw> encode(Notice notice) {
    JsonText message = Encoding.envelope("NOTICE_MSG", notice.origin()).put("msg_type", ROOM);
    message.put("msg_common", notice.text()).put("msg_self", notice.text()).put("link_url", "");
    return List.of(Encoding.raw(message));
  }
}
