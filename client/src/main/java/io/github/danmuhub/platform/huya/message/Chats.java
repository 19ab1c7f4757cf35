package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code MessageNotice}: what viewers say. */
final class Chats {
  static final int URI = 1400;

  private static final int RGB = 0xffffff;
  private static final int DEFAULT_COLOR = -1;
  private static final int FONT_SIZE = 4;

  private Chats() {}

  static void decode(Delivery delivery) throws MalformedException {
    TarsStruct in = delivery.body();
    Viewer sender =
        Viewer.sender(in.struct(0), delivery).decorated(in.structs(8)).decorated(in.structs(9));
    delivery.emit(
        new Chat(
            delivery.origin(),
            sender.user(),
            in.text(3),
            Chat.Style.of(color((int) in.struct(6).number(0))),
            Chat.Pictures.NONE,
            first(in.structs(10)),
            0));
  }

  static List<HuyaMessage> encode(Chat chat, long presenter) {
    User replyTo = chat.replyTo();
    List<User> named = replyTo == null ? List.of() : List.of(replyTo);
    TarsWriter out = new TarsWriter();
    out.struct(0, sender -> Viewer.writeSender(sender, chat.user()))
        .number(1, 0)
        .number(2, presenter)
        .string(3, chat.text())
        .number(4, 0)
        .struct(5, format -> format.number(0, DEFAULT_COLOR).number(1, FONT_SIZE))
        .struct(6, bullet -> bullet.number(0, chat.color()).number(1, FONT_SIZE))
        .number(7, 0);
    Viewer.writeDecorations(out, 8, chat.user(), chat.origin().room(), presenter);
    out.list(9, List.of(), (to, nothing) -> {})
        .list(10, named, (to, user) -> to.struct(0, name -> writeName(name, user)))
        .number(11, presenter);
    return Encoding.message(URI, out, chat.origin());
  }

  /** Both 0 and a negative number stand for the default. */
  private static int color(int told) {
    return told <= 0 ? Chat.NO_COLOR : told & RGB;
  }

  /** The first of {@code vAtSomeone}. */
  private static @Nullable User first(List<TarsStruct> named) throws MalformedException {
    return named.isEmpty()
        ? null
        : User.of(Encoding.shown(named.get(0).number(0)), Encoding.shown(named.get(0).text(1)));
  }

  private static void writeName(TarsWriter out, User user) {
    out.number(0, Encoding.number(user.id())).string(1, Encoding.text(user.name()));
  }
}
