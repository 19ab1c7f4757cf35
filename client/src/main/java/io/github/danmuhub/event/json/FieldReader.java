package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that {@link JsonTree} read: the mirror of {@link FieldWriter}. A
 * field that is missing or of the wrong type is refused in words; one that is not asked for does no
 * harm.
 */
record FieldReader(Map<String, Object> fields) {

  /** Reads the object that a field holds. */
  interface ObjectReader<T> {
    T read(FieldReader in) throws BadEventException;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) throws BadEventException {
    return required(name, textOrNull(name));
  }

  @Nullable String textOrNull(String name) throws BadEventException {
    return cast(name, String.class, fields.get(name), "a string");
  }

  long int64(String name) throws BadEventException {
    return required(name, integer(name));
  }

  long int64(String name, long absent) throws BadEventException {
    Long value = integer(name);
    return value == null ? absent : value;
  }

  int int32(String name) throws BadEventException {
    return narrow(name, int64(name));
  }

  int int32(String name, int absent) throws BadEventException {
    return narrow(name, int64(name, absent));
  }

  private @Nullable Long integer(String name) throws BadEventException {
    return cast(name, Long.class, fields.get(name), "a whole number of 64 bits");
  }

  private static int narrow(String name, long value) throws BadEventException {
    if (value != (int) value) {
      throw new BadEventException("field '" + name + "' is too large: " + value);
    }
    return (int) value;
  }

  /** False where it is absent. */
  boolean flag(String name) throws BadEventException {
    Boolean value = cast(name, Boolean.class, fields.get(name), "true or false");
    return value != null && value;
  }

  long time(String name) throws BadEventException {
    return parseTime(name, text(name));
  }

  /** 0 where it is absent. */
  long timeIfAny(String name) throws BadEventException {
    String text = textOrNull(name);
    return text == null ? 0 : parseTime(name, text);
  }

  private static long parseTime(String name, String text) throws BadEventException {
    try {
      return Rfc3339.parse(text);
    } catch (BadEventException e) {
      throw new BadEventException("field '" + name + "' is " + e.why());
    }
  }

  <E extends Enum<E>> E word(String name, EnumWords<E> words) throws BadEventException {
    return constant(name, words, text(name));
  }

  <E extends Enum<E>> @Nullable E wordOrNull(String name, EnumWords<E> words)
      throws BadEventException {
    String word = textOrNull(name);
    return word == null ? null : constant(name, words, word);
  }

  private static <E extends Enum<E>> E constant(String name, EnumWords<E> words, String word)
      throws BadEventException {
    E found = words.find(word);
    if (found == null) {
      throw new BadEventException("field '" + name + "' has no such value: '" + word + "'");
    }
    return found;
  }

  User user() throws BadEventException {
    return object("user", UserAndMoney::readUser);
  }

  @Nullable User userOrNull() throws BadEventException {
    return objectOrNull("user", UserAndMoney::readUser);
  }

  <T> T object(String name, ObjectReader<T> reader) throws BadEventException {
    return required(name, objectOrNull(name, reader));
  }

  <T> @Nullable T objectOrNull(String name, ObjectReader<T> reader) throws BadEventException {
    FieldReader object = cast(name, FieldReader.class, fields.get(name), "an object");
    return object == null ? null : reader.read(object);
  }

  /** Empty where it is absent. */
  <T> List<T> objects(String name, ObjectReader<T> reader) throws BadEventException {
    List<?> list = list(name);
    if (list.isEmpty()) {
      return List.of();
    }
    List<T> objects = new ArrayList<>(list.size());
    for (Object item : list) {
      objects.add(reader.read(required(name, cast(name, FieldReader.class, item, "objects"))));
    }
    return objects;
  }

  /** Empty where it is absent. */
  List<String> texts(String name) throws BadEventException {
    List<?> list = list(name);
    if (list.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object item : list) {
      texts.add(required(name, cast(name, String.class, item, "strings")));
    }
    return texts;
  }

  private List<?> list(String name) throws BadEventException {
    List<?> list = cast(name, List.class, fields.get(name), "an array");
    return list == null ? List.of() : list;
  }

  @Nullable Raw raw() throws BadEventException {
    Raw raw = cast("raw", Raw.class, fields.get("raw"), "JSON");
    String base64 = textOrNull("raw_b64");
    if (raw != null || base64 == null) {
      return raw;
    }
    try {
      return Raw.bytes(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new BadEventException("field 'raw_b64' is not base64");
    }
  }

  private static <T> T required(String name, @Nullable T value) throws BadEventException {
    if (value == null) {
      throw new BadEventException("field '" + name + "' is missing");
    }
    return value;
  }

  private static <T> @Nullable T cast(
      String name, Class<T> type, @Nullable Object value, String expected)
      throws BadEventException {
    if (value != null && !type.isInstance(value)) {
      throw new BadEventException("field '" + name + "' is not " + expected);
    }
    return type.cast(value);
  }
}
