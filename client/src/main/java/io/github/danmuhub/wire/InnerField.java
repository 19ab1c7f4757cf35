package io.github.danmuhub.wire;

import java.util.ArrayList;
import java.util.List;

/** One field of a nested message, where the rest of it does not matter. */
public final class InnerField {
  private static final int NUMBERS = 1_000;

  private InnerField() {}

  /** The number in field {@code wanted} of the message that the current field holds, or 0. */
  public static long number(ProtoReader in, int wanted) throws MalformedException {
    long number = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == wanted) {
        number = in.int64();
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    return number;
  }

  /** The string in field {@code wanted} of the message that the current field holds, or "". */
  public static String string(ProtoReader in, int wanted) throws MalformedException {
    String string = "";
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == wanted) {
        string = in.string();
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    return string;
  }

  /** The numbers of a repeated field, packed or not; bounded. */
  public static List<Long> numbers(ProtoReader in, List<Long> before) throws MalformedException {
    List<Long> numbers = new ArrayList<>(before);
    if (in.wireType() == 0) {
      numbers.add(in.int64());
    } else {
      unpack(in.bytes(), numbers);
    }
    return numbers.size() > NUMBERS ? numbers.subList(0, NUMBERS) : numbers;
  }

  private static void unpack(byte[] packed, List<Long> numbers) {
    long value = 0;
    int shift = 0;
    for (byte b : packed) {
      value |= (long) (b & 0x7f) << shift;
      shift += 7;
      if (b >= 0) {
        numbers.add(value);
        value = 0;
        shift = 0;
      }
    }
  }
}
