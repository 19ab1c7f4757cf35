package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import io.github.danmuhub.wire.TarsTree;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Where the outermost fields of a message stand, by their numbers; the first of each. */
public final class Places {
  private final Map<Integer, Place> places = new HashMap<>();

  private Places() {}

  /** Of protobuf; none where it is broken. */
  public static Places ofProto(ByteBuffer message) {
    Places all = new Places();
    try {
      ProtoTree.readOutermost(message)
          .forEach(field -> all.add(message, field.number(), field.offset(), field.size()));
    } catch (MalformedException broken) {
      all.places.clear();
    }
    return all;
  }

  /** Of TARS; none where it is broken. */
  public static Places ofTars(ByteBuffer message) {
    Places all = new Places();
    try {
      TarsTree.readOutermost(message)
          .forEach(field -> all.add(message, field.tag(), field.offset(), field.size()));
    } catch (MalformedException broken) {
      all.places.clear();
    }
    return all;
  }

  private void add(ByteBuffer message, int number, int offset, int size) {
    places.putIfAbsent(number, Place.of(message.slice(), offset, size));
  }

  /** The field, and where it stands if that is known. */
  public Field at(int number, Field field) {
    return field.at(places.get(number));
  }
}
