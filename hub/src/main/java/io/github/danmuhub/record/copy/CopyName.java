package io.github.danmuhub.record.copy;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a copy's file is called: {@code {platform}-{room}-{anchor}-{start}-{title}}. What the site
 * tells is made harmless and cut; the name stays within {@value #LONGEST} bytes and within its
 * folder, whatever it says. Immutable.
 */
public final class CopyName {
  /** What copies are called where nobody says. */
  public static final String STANDARD = "{platform}-{room}-{anchor}-{start}-{title}";

  /** Of a whole name in UTF-8; file systems allow 255. */
  static final int LONGEST = 200;

  private static final int LONGEST_OWN = 120;
  private static final int TIME_LENGTH = 19;
  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern FOLDER = Pattern.compile("[/\\\\]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT);

  /** What a name may tell. */
  enum Field {
    PLATFORM,
    ROOM,
    ANCHOR,
    START,
    TITLE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One stretch of it: a field, or words of its own. */
  private sealed interface Part {
    record Own(String words) implements Part {}

    record Told(Field field) implements Part {}
  }

  private final List<Part> parts;
  private final ZoneId zone;

  private CopyName(List<Part> parts, ZoneId zone) {
    this.parts = parts;
    this.zone = zone;
  }

  /**
   * Reads one. Where it does not tell the start, that is put behind it: two broadcasts may have one
   * title.
   *
   * @param zone of the times in it
   * @throws UsageException whose words follow the name of the option, where it cannot be a file's
   *     name
   */
  public static CopyName of(String template, ZoneId zone) {
    if (template.isBlank()) {
      throw new UsageException(Phrase.of("copy.name.empty", STANDARD));
    }
    if (FOLDER.matcher(template).find()) {
      throw new UsageException(Phrase.of("copy.name.folder"));
    }
    List<Part> parts = parts(template);
    if (parts.stream().noneMatch(part -> part.equals(new Part.Told(Field.START)))) {
      parts.add(new Part.Own("-"));
      parts.add(new Part.Told(Field.START));
    }
    int own = parts.stream().mapToInt(CopyName::ownLength).sum();
    if (own > LONGEST_OWN) {
      throw new UsageException(Phrase.of("copy.name.long", own, LONGEST_OWN));
    }
    return new CopyName(parts, zone);
  }

  private static List<Part> parts(String template) {
    List<Part> parts = new ArrayList<>();
    Matcher field = FIELD.matcher(template);
    int at = 0;
    while (field.find()) {
      parts.add(own(template.substring(at, field.start())));
      parts.add(new Part.Told(field(field.group(1))));
      at = field.end();
    }
    parts.add(own(template.substring(at)));
    return parts;
  }

  private static Part own(String words) {
    if (words.contains("{") || words.contains("}")) {
      throw new UsageException(Phrase.of("copy.name.brace", STANDARD));
    }
    return new Part.Own(legal(words));
  }

  /** Blanks at its edges are wanted between fields. */
  private static String legal(String words) {
    String clean = FileName.clean("|" + words + "|");
    return clean.substring(1, clean.length() - 1);
  }

  private static Field field(String word) {
    return Stream.of(Field.values())
        .filter(field -> field.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new UsageException(Phrase.of("copy.name.field", "{" + word + "}", words())));
  }

  private static String words() {
    return Stream.of(Field.values())
        .map(field -> "{" + field.word() + "}")
        .collect(Collectors.joining(", "));
  }

  private static int ownLength(Part part) {
    if (part instanceof Part.Own own) {
      return FileName.length(own.words());
    }
    return part.equals(new Part.Told(Field.START)) ? TIME_LENGTH : 0;
  }

  /**
   * A name, without its ending.
   *
   * @param start epoch milliseconds
   */
  String of(RoomFacts room, long start) {
    Map<Field, String> told = new EnumMap<>(Field.class);
    told.put(Field.PLATFORM, FileName.clean(room.room().platform()));
    told.put(Field.ROOM, FileName.clean(room.room().room()));
    told.put(Field.ANCHOR, FileName.clean(room.anchor()));
    told.put(Field.START, TIME.format(Instant.ofEpochMilli(start).atZone(zone)));
    told.put(Field.TITLE, FileName.clean(room.title()));
    String name = fill(told);
    while (FileName.length(name) > LONGEST) {
      shorten(told);
      name = fill(told);
    }
    return name;
  }

  private String fill(Map<Field, String> told) {
    StringBuilder name = new StringBuilder();
    for (Part part : parts) {
      name.append(
          part instanceof Part.Told field ? told.get(field.field()) : ((Part.Own) part).words());
    }
    return FileName.whole(name.toString());
  }

  /** Of what was told the longest loses its last character; the start never does. */
  private static void shorten(Map<Field, String> told) {
    Map.Entry<Field, String> longest =
        told.entrySet().stream()
            .filter(entry -> entry.getKey() != Field.START)
            .max(Comparator.comparingInt(entry -> FileName.length(entry.getValue())))
            .orElseThrow();
    String text = longest.getValue();
    longest.setValue(text.substring(0, text.offsetByCodePoints(text.length(), -1)).strip());
  }
}
