package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;

/** A URL on the command line. It may hold a password, so that a broken one is not repeated. */
final class Address implements ITypeConverter<URI> {
  @Override
  public URI convert(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new BadWord(Phrase.of("usage.url"));
    }
  }
}
