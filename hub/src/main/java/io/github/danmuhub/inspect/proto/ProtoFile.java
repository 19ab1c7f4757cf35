package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a {@code .proto} file, of both syntaxes: messages with their fields, maps, oneofs and
 * enums. Options, services, extensions and what it imports are left out. Bounded; not thread-safe.
 */
public final class ProtoFile {
  private static final int LONGEST = 4 << 20;
  private static final int DEEPEST = 32;
  private static final Set<String> LABELS = Set.of("repeated", "optional", "required");

  private final ProtoTokens tokens;
  private final List<ProtoSchema.Message> messages = new ArrayList<>();
  private final Map<String, Map<Integer, String>> enums = new HashMap<>();
  private String scope = "";

  private ProtoFile(String text) throws MalformedException {
    tokens = new ProtoTokens(text);
  }

  /**
   * Reads a file.
   *
   * @throws MalformedException in words, with the line, if it is none
   */
  public static ProtoSchema read(Path file) throws IOException, MalformedException {
    if (Files.size(file) > LONGEST) {
      throw new MalformedException("larger than " + (LONGEST >> 20) + " MiB");
    }
    return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  static ProtoSchema parse(String text) throws MalformedException {
    ProtoFile file = new ProtoFile(text);
    while (!file.tokens.word().isEmpty()) {
      file.statement();
    }
    return new ProtoSchema(file.messages, file.enums);
  }

  private void statement() throws MalformedException {
    switch (tokens.word()) {
      case "package" -> {
        tokens.take();
        scope = tokens.take();
        tokens.expect(";");
      }
      case "message" -> message(scope, 0);
      case "enum" -> enumeration(scope);
      case ";", "export", "local" -> tokens.take();
      case "syntax", "edition", "import", "option", "service", "extend" -> tokens.skipStatement();
      default ->
          throw tokens.broken("'" + tokens.word() + "' begins no statement of a .proto file");
    }
  }

  private static String within(String scope, String name) {
    return scope.isEmpty() ? name : scope + "." + name;
  }

  private void message(String around, int depth) throws MalformedException {
    if (depth > DEEPEST) {
      throw tokens.broken("messages within messages, too deep");
    }
    tokens.expect("message");
    String name = within(around, tokens.take());
    Map<Integer, ProtoSchema.Field> fields = new HashMap<>();
    tokens.expect("{");
    body(name, fields, depth);
    messages.add(new ProtoSchema.Message(name, fields));
  }

  private void body(String name, Map<Integer, ProtoSchema.Field> fields, int depth)
      throws MalformedException {
    while (!tokens.takes("}")) {
      switch (tokens.word()) {
        case "" -> throw tokens.broken("the file ends within " + name);
        case "message" -> message(name, depth + 1);
        case "enum" -> enumeration(name);
        case "oneof" -> {
          tokens.take();
          tokens.take();
          tokens.expect("{");
          oneof(name, fields);
        }
        case ";", "export", "local" -> tokens.take();
        case "option", "reserved", "extensions", "extend" -> tokens.skipStatement();
        default -> field(name, fields);
      }
    }
  }

  private void oneof(String name, Map<Integer, ProtoSchema.Field> fields)
      throws MalformedException {
    while (!tokens.takes("}")) {
      if (tokens.is("option") || tokens.is(";")) {
        tokens.skipStatement();
      } else {
        field(name, fields);
      }
    }
  }

  private void field(String around, Map<Integer, ProtoSchema.Field> fields)
      throws MalformedException {
    boolean labelled = LABELS.contains(tokens.word());
    boolean repeated = labelled && tokens.take().equals("repeated");
    String type = tokens.take();
    boolean map = type.equals("map") && tokens.takes("<");
    String key = map ? tokens.take() : "";
    if (map) {
      tokens.expect(",");
      type = tokens.take();
      tokens.expect(">");
    }
    String name = tokens.take();
    tokens.expect("=");
    int number = tokens.number();
    fields.put(
        number,
        new ProtoSchema.Field(name, map ? entry(around, name, key, type) : type, repeated || map));
    tokens.skipStatement();
  }

  /** A map is a list of messages of a key and a value. */
  private String entry(String around, String name, String key, String value) {
    String entry = within(around, name) + ".Entry";
    messages.add(
        new ProtoSchema.Message(
            entry,
            Map.of(
                1, new ProtoSchema.Field("key", key, false),
                2, new ProtoSchema.Field("value", value, false))));
    return "." + entry;
  }

  private void enumeration(String around) throws MalformedException {
    tokens.expect("enum");
    String name = within(around, tokens.take());
    Map<Integer, String> values = new HashMap<>();
    tokens.expect("{");
    while (!tokens.takes("}")) {
      if (tokens.word().isEmpty()) {
        throw tokens.broken("the file ends within " + name);
      }
      if (tokens.is("option") || tokens.is("reserved") || tokens.is(";")) {
        tokens.skipStatement();
      } else {
        String value = tokens.take();
        tokens.expect("=");
        values.putIfAbsent(tokens.number(), value);
        tokens.skipStatement();
      }
    }
    enums.put(name, Map.copyOf(values));
  }
}
