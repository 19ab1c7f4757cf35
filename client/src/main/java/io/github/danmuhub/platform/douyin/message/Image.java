package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import io.github.danmuhub.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/**
 * A {@code webcast.data.Image}: its first URL and what it is called.
 *
 * @param name of an emoji, such as {@code [微笑]}; empty where it has none
 */
record Image(@Nullable String url, String name) {

  /** Reads the image that the current field holds. */
  static Image read(ProtoReader in) throws MalformedException {
    String url = null;
    String name = "";
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1 && url == null) {
        url = in.string();
      } else if (field == 8) {
        name = readName(in);
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    return new Image(url, name);
  }

  private static String readName(ProtoReader in) throws MalformedException {
    String name = "";
    String alternative = "";
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> name = in.string();
        case 4 -> alternative = in.string();
        default -> in.skip();
      }
    }
    in.leave(outer);
    return name.isEmpty() ? alternative : name;
  }

  /**
   * @param called empty where it has no name
   */
  static ProtoWriter write(String url, String called) {
    ProtoWriter out = new ProtoWriter().string(1, url);
    return called.isEmpty() ? out : out.message(8, new ProtoWriter().string(1, called));
  }
}
