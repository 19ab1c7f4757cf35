package io.github.danmuhub.rule.model;

import java.util.List;

/** A text with {@code {variables}} in it. Immutable. */
public record Template(List<Piece> pieces) {
  public Template {
    pieces = List.copyOf(pieces);
  }

  /** One that is the same at every occasion. */
  public boolean isFixed() {
    return pieces.stream().allMatch(Literal.class::isInstance);
  }

  /** With every variable filled in and made harmless. */
  public String fill(Occasion occasion, Counters counters, Harmless harmless) {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      String text = piece.fill(occasion, counters);
      filled.append(piece instanceof Literal ? text : harmless.of(text));
    }
    return filled.toString();
  }

  /** Of what a viewer may have written. */
  @FunctionalInterface
  public interface Harmless {
    String of(String text);
  }

  /** A part of it. */
  public sealed interface Piece {
    String fill(Occasion occasion, Counters counters);
  }

  /** Written so in the rule. */
  public record Literal(String text) implements Piece {
    @Override
    public String fill(Occasion occasion, Counters counters) {
      return text;
    }
  }

  /** A field of what triggered the rule. */
  public record Variable(Field field) implements Piece {
    @Override
    public String fill(Occasion occasion, Counters counters) {
      return Words.of(field.of(occasion));
    }
  }

  /** A counter. */
  public record Counter(String name) implements Piece {
    @Override
    public String fill(Occasion occasion, Counters counters) {
      return Long.toString(counters.value(name));
    }
  }
}
