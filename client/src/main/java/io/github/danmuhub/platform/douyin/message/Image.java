package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/**
 * A {@code webcast.data.Image}: its first URL and what it is called.
 *
 * @param name of an emoji, such as {@code [微笑]}; empty where it has none
 */
record Image(@Nullable String url, String name) {
  static final Image NONE = new Image(null, "");

  static Image read(ProtoFields in, int field) throws MalformedException {
    return in.message(field, NONE, Image::readFields);
  }

  private static Image readFields(ProtoFields in) throws MalformedException {
    return new Image(in.has(1) ? in.firstString(1) : null, in.message(8, "", Image::readName));
  }

  private static String readName(ProtoFields in) throws MalformedException {
    String name = in.string(1);
    return name.isEmpty() ? in.string(4) : name;
  }

  /**
   * @param called empty where it has no name
   */
  static ProtoWriter write(String url, String called) {
    ProtoWriter out = new ProtoWriter().string(1, url);
    return called.isEmpty() ? out : out.message(8, new ProtoWriter().string(1, called));
  }
}
