package io.github.danmuhub.inspect;

import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Layer.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A layer's fields, a line each, beside their bytes: a header that fits on one line is shown once,
 * with each field under its own bytes; of others each field shows where it stands and how its bytes
 * begin.
 */
final class FieldRows {
  private static final int WIDTH = 16;
  private static final int BEGINNING = 8;

  private FieldRows() {}

  /** What stands before each field's name, in the order of the fields. */
  static List<String> of(Layer layer) {
    return isRuled(layer) ? ruled(layer) : listed(layer.fields());
  }

  /** The bytes that {@link #of} marks, to stand above it; empty where each line has its own. */
  static String head(Layer layer) {
    return isRuled(layer) ? bytes(layer) : "";
  }

  private static boolean isRuled(Layer layer) {
    int end = layer.offset();
    for (Field field : layer.fields()) {
      Place place = field.place();
      if (place == null || place.offset() != end || place.head().length() < 2 * place.size()) {
        return false;
      }
      end += place.size();
    }
    return layer.fields().size() > 1 && end - layer.offset() <= WIDTH;
  }

  private static String bytes(Layer layer) {
    List<String> all = new ArrayList<>();
    layer.fields().forEach(field -> all.add(hex(place(field))));
    return String.join(" ", all);
  }

  private static List<String> ruled(Layer layer) {
    int width = bytes(layer).length() + 2;
    List<String> rows = new ArrayList<>();
    for (Field field : layer.fields()) {
      Place place = place(field);
      String mark = "└" + "─".repeat(3 * place.size() - 3) + "┘";
      rows.add(padded(" ".repeat(3 * (place.offset() - layer.offset())) + mark, width));
    }
    return rows;
  }

  private static Place place(Field field) {
    return Objects.requireNonNull(field.place());
  }

  private static String hex(Place place) {
    return spaced(place.head());
  }

  private static String spaced(String hex) {
    return hex.replaceAll("..(?=.)", "$0 ");
  }

  private static List<String> listed(List<Field> fields) {
    return fields.stream().map(FieldRows::listed).toList();
  }

  private static String listed(Field field) {
    Place place = field.place();
    if (place == null) {
      return "";
    }
    int shown = Math.min(BEGINNING, place.head().length() / 2);
    String hex = spaced(place.head().substring(0, 2 * shown)) + (shown < place.size() ? " …" : "");
    return padded("%04x  %s".formatted(place.offset(), hex), 6 + 3 * BEGINNING + 3);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
