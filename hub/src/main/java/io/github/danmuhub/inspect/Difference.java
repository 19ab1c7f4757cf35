package io.github.danmuhub.inspect;

import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a platform says now that it did not say before, and the other way round: sentences. */
final class Difference {
  private final Profile before;
  private final Profile now;
  private final List<Phrase> lines = new ArrayList<>();

  private Difference(Profile before, Profile now) {
    this.before = before;
    this.now = now;
  }

  /** The changes, the more important ones first; empty where there are none. */
  static List<Phrase> of(Profile before, Profile now) {
    Difference difference = new Difference(before, now);
    difference.packings();
    difference.commands();
    difference.fields();
    return difference.lines;
  }

  private void packings() {
    for (Map.Entry<String, Long> one : now.packings().entrySet()) {
      if (!before.packings().containsKey(one.getKey())) {
        lines.add(Phrase.of("diff.new", Phrase.library(one.getKey()), one.getValue()));
      }
    }
    for (Map.Entry<String, Long> one : before.packings().entrySet()) {
      if (!now.packings().containsKey(one.getKey())) {
        lines.add(Phrase.of("diff.gone", Phrase.library(one.getKey()), one.getValue()));
      }
    }
  }

  private void commands() {
    now.commands()
        .forEach(
            (name, command) -> {
              if (!before.commands().containsKey(name)) {
                lines.add(Phrase.of("diff.new-command", name, command.messages()));
              }
            });
    before
        .commands()
        .forEach(
            (name, command) -> {
              if (!now.commands().containsKey(name)) {
                lines.add(Phrase.of("diff.command-gone", name, command.messages()));
              }
            });
  }

  private void fields() {
    before
        .commands()
        .forEach(
            (name, was) -> {
              Profile.Command is = now.commands().get(name);
              if (is != null) {
                fields(name, was, is);
              }
            });
  }

  private void fields(String name, Profile.Command was, Profile.Command is) {
    Set<String> added = new TreeSet<>(is.types().keySet());
    added.removeAll(was.types().keySet());
    Set<String> gone = new TreeSet<>(was.types().keySet());
    gone.removeAll(is.types().keySet());
    renamed(name, was, is, gone, added);
    for (String field : outermost(added)) {
      lines.add(
          Phrase.of(
              "diff.new-field", name, field, types(is, field), is.count(field), is.messages()));
    }
    for (String field : outermost(gone)) {
      lines.add(
          Phrase.of(
              "diff.field-gone", name, field, types(was, field), was.count(field), was.messages()));
    }
    types(name, was, is);
  }

  private static Phrase types(Profile.Command command, String field) {
    return types(command.types().getOrDefault(field, Set.of()));
  }

  private static Phrase types(Set<String> names) {
    return Phrase.of("diff.types", Phrase.list(names.stream().map(Phrase::library).toList()));
  }

  /** One that is gone, and one that is new in its place with the same type, as often. */
  private void renamed(
      String name, Profile.Command was, Profile.Command is, Set<String> gone, Set<String> added) {
    for (String old : outermost(gone)) {
      List<String> twins =
          outermost(added).stream()
              .filter(field -> around(field).equals(around(old)))
              .filter(field -> Objects.equals(was.types().get(old), is.types().get(field)))
              .filter(field -> was.count(old) == was.messages())
              .filter(field -> is.count(field) == is.messages())
              .toList();
      if (twins.size() == 1) {
        String field = twins.get(0);
        lines.add(Phrase.of("diff.renamed", name, old, field));
        gone.removeIf(one -> isWithin(one, old));
        added.removeIf(one -> isWithin(one, field));
      }
    }
  }

  private static boolean isWithin(String field, String outer) {
    return field.equals(outer) || field.startsWith(outer + ".") || field.startsWith(outer + "[");
  }

  private static String around(String field) {
    return field.replaceFirst("[^.\\]]*$", "");
  }

  /** Those that stand in none of the others. */
  private static List<String> outermost(Set<String> fields) {
    return fields.stream()
        .filter(field -> fields.stream().noneMatch(o -> !o.equals(field) && isWithin(field, o)))
        .toList();
  }

  private void types(String name, Profile.Command was, Profile.Command is) {
    was.types()
        .forEach(
            (field, types) -> {
              Set<String> now = is.types().getOrDefault(field, new TreeSet<>());
              if (!now.isEmpty() && !types.containsAll(now)) {
                lines.add(Phrase.of("diff.type", name, field, types(now), types(types)));
              }
            });
  }
}
