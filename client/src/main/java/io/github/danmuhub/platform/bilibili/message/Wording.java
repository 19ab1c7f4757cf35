package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that is words for people: its notice is the first of the templates that can be filled.
 * Without any, the message is passed on as it is.
 */
final class Wording implements Command {
  /** Where the platform's clock may stand, in seconds. */
  private static final List<String> TIMES =
      List.of("data.timestamp", "data.current_time", "timestamp");

  private final List<Template> templates;
  private final String uid;
  private final String name;
  private final Paths paths;

  private Wording(List<Template> templates, String uid, String name) {
    this.templates = templates;
    this.uid = uid;
    this.name = name;
    Map<String, String> separators = new HashMap<>();
    for (Template template : templates) {
      template.places().forEach(place -> separators.put(place.path(), place.separator()));
    }
    Stream.concat(TIMES.stream(), Stream.of(uid, name))
        .forEach(path -> separators.putIfAbsent(path, ""));
    this.paths = new Paths(separators);
  }

  /** See {@link Template}. */
  static Wording of(String... templates) {
    return new Wording(Stream.of(templates).map(Template::of).toList(), "", "");
  }

  /** As {@link #of}, with the paths of the id and of the name of who did or said it. */
  static Wording by(String uid, String name, String... templates) {
    return new Wording(Stream.of(templates).map(Template::of).toList(), uid, name);
  }

  @Override
  public void read(Message message) throws IOException, MalformedException {
    Map<String, String> values = paths.read(message);
    String text = text(values);
    if (text == null) {
      message.unknown();
    } else {
      User user = user(message.room(), values);
      message.emit(new Notice(message.end(null, time(values)), user, text));
    }
  }

  private @Nullable String text(Map<String, String> values) {
    return templates.stream()
        .map(template -> template.fill(values))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable User user(RoomMemory room, Map<String, String> values) {
    Person person = new Person();
    person.id(values.get(uid));
    person.name = values.get(name);
    return person.id() == null && person.name == null ? null : room.user(person);
  }

  private static long time(Map<String, String> values) {
    return TIMES.stream()
        .map(values::get)
        .filter(Objects::nonNull)
        .mapToLong(Message::millis)
        .filter(time -> time > 0)
        .findFirst()
        .orElse(0);
  }
}
