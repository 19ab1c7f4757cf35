package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code MessageNotice}: what viewers say. */
final class Chats {
  static final long URI = 1400;

  private static final int RGB = 0xffffff;
  private static final int DEFAULT_COLOR = -1;
  private static final int FONT_SIZE = 4;

  private Chats() {}

  static void decode(Delivery delivery) throws MalformedException {
    Viewer sender = new Viewer(delivery);
    String text = "";
    int color = Chat.NO_COLOR;
    User replyTo = null;
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> sender.readSender(in);
        case 3 -> text = in.string();
        case 6 -> color = color(first(in));
        case 8, 9 -> sender.readDecorations(in);
        case 10 -> replyTo = named(in);
        default -> in.skip();
      }
    }
    delivery.emit(
        new Chat(
            delivery.origin(),
            sender.user(),
            text,
            color,
            Chat.Mode.SCROLL,
            List.of(),
            null,
            replyTo,
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

  /** The field with tag 0 of a struct: {@code tBulletFormat.iFontColor}. */
  private static int first(TarsReader in) throws MalformedException {
    int first = DEFAULT_COLOR;
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 0) {
        first = (int) in.int64();
      } else {
        in.skip();
      }
    }
    return first;
  }

  /** Both 0 and a negative number stand for the default. */
  private static int color(int told) {
    return told <= 0 ? Chat.NO_COLOR : told & RGB;
  }

  /** The first of {@code vAtSomeone}. */
  private static @Nullable User named(TarsReader in) throws MalformedException {
    List<User> named = in.list(Chats::readName);
    return named.isEmpty() ? null : named.get(0);
  }

  private static User readName(TarsReader in) throws MalformedException {
    long uid = 0;
    String name = "";
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> uid = in.int64();
        case 1 -> name = in.string();
        default -> in.skip();
      }
    }
    return User.of(uid == 0 ? null : Long.toString(uid), name.isEmpty() ? null : name);
  }

  private static void writeName(TarsWriter out, User user) {
    out.number(0, Encoding.number(user.id())).string(1, Encoding.text(user.name()));
  }
}
