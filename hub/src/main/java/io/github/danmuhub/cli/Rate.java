package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import picocli.CommandLine.ITypeConverter;

/** {@code --rate}: messages a second a room, as many as one room can be given and no more. */
final class Rate implements ITypeConverter<Double> {
  private static final double HIGHEST = 10_000;

  @Override
  public Double convert(String text) {
    try {
      double rate = Double.parseDouble(text);
      if (rate > 0 && rate <= HIGHEST) {
        return rate;
      }
    } catch (NumberFormatException noNumber) {
      // told like one that is out of bounds
    }
    throw new BadWord(Phrase.of("usage.rate", text));
  }
}
