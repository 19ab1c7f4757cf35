package io.github.danmuhub.inspect.proto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code .proto} files say of messages: their fields' numbers, names and types. Immutable. */
public final class ProtoSchema {
  /**
   * A field.
   *
   * @param type as it is written: {@code string}, or the name of a message or an enum
   */
  record Field(String name, String type, boolean repeated) {}

  /**
   * A message.
   *
   * @param name with those around it: {@code package.Outer.Inner}
   */
  record Message(String name, Map<Integer, Field> fields) {
    Message {
      fields = Map.copyOf(fields);
    }

    /** Without what stands around it. */
    String shortName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  private final Map<String, Message> messages;
  private final Map<String, Map<Integer, String>> enums;

  ProtoSchema(List<Message> messages, Map<String, Map<Integer, String>> enums) {
    Map<String, Message> byName = new HashMap<>();
    messages.forEach(message -> byName.put(message.name(), message));
    this.messages = Map.copyOf(byName);
    this.enums = Map.copyOf(enums);
  }

  /** All messages, inner ones too. */
  List<Message> messages() {
    return List.copyOf(messages.values());
  }

  /**
   * The message that a person means by its name, with what stands around it or without.
   *
   * @throws IllegalArgumentException in words, if there is none
   */
  Message named(String name) {
    return messages.values().stream()
        .filter(one -> one.name().equals(name) || one.shortName().equals(name))
        .min((a, b) -> Integer.compare(a.name().length(), b.name().length()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--message " + name + ": the schema has no such message"));
  }

  /** The message that a field's type names, as seen from the message that it stands in. */
  @Nullable Message message(Message from, String type) {
    return resolve(messages, from.name(), type);
  }

  /** The names of an enum's values; null where the type is none. */
  @Nullable Map<Integer, String> enumeration(Message from, String type) {
    return resolve(enums, from.name(), type);
  }

  /** Whether the type is in another file: no scalar, and no message or enum of this one. */
  boolean isElsewhere(Message from, String type) {
    return !ProtoReading.isScalar(type)
        && message(from, type) == null
        && enumeration(from, type) == null;
  }

  /** The innermost scope first. */
  private static <T> @Nullable T resolve(Map<String, T> all, String scope, String type) {
    if (type.startsWith(".")) {
      return all.get(type.substring(1));
    }
    String around = scope;
    while (!around.isEmpty()) {
      T found = all.get(around + "." + type);
      if (found != null) {
        return found;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
    return all.get(type);
  }
}
