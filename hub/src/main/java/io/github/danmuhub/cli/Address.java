package io.github.danmuhub.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A URL on the command line. It may hold a password, so that a broken one is not repeated. */
final class Address implements ITypeConverter<URI> {
  @Override
  public URI convert(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new TypeConversionException("that is no URL; write one such as http://127.0.0.1:7001");
    }
  }
}
